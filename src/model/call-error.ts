/** A mistake in the call, told to the user without a stack. */
export class CallError extends Error {}
