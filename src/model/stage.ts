/** The stages of the way of a page, in order; a page that is refused leaves some out, one that is revealed repeats some. */
export type Stage =
  | 'decode'
  | 'repair'
  | 'tree'
  | 'simplify'
  | 'blocks'
  | 'report'
  | 'cells'
  | 'template'
  | 'tables'
  | 'prose'
  | 'record'
  | 'check';

/** Told when a stage is done; what passes between two calls is the time of the later one. */
export type OnStage = (stage: Stage) => void;
