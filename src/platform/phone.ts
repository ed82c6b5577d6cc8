/** A telephone number as people write it, or nothing. */
export const PHONE = /^[0-9+ -]{0,20}$/;

/** The address that a phone calls: digits and a plus, of a number as people write it. */
export const telOf = (phone: string): string => `tel:${phone.replace(/[^0-9+]/g, '')}`;
