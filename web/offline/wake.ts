let wake: (() => void) | null = null;

/** The app says here how to wake the sender of the account in use. */
export function setWaker(waker: (() => void) | null): void {
  wake = waker;
}

/** Something was put into the outbox: send it now if that is possible. */
export function wakeSender(): void {
  wake?.();
}
