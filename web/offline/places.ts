/** Where the draft of each form is kept: what kind of form, for whom. */
export const visitPlace = (person: string) => `visit/${person}`;
export const newPersonPlace = (station: string) => `add-person/${station}`;
export const editPersonPlace = (person: string, section: string) => `change-person/${person}/${section}`;
export const consentPlace = (person: string) => `record-consent/${person}`;
export const announcePlace = (station: string) => `announce/${station}`;
export const eventPlace = (kind: string, gathering?: string) => `event/${kind}/${gathering ?? ''}`;
export const correctPlace = (event: string) => `correct/${event}`;
export const projectPlace = (project: string) => `project/${project}`;
