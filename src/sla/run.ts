/**
 * A stretch of a clock's life, with the number of the event that began it. Spans touch: each starts where the one
 * before it ended, and only the last may be without an end.
 */
export type Span = { kind: 'running' | 'paused' | 'stopped'; from: Date; to: Date | null; seq: number }
