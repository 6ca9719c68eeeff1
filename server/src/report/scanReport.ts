import type { Finding, Fix } from './finding';

/** What a person is told about a finding with `incomplete`. */
export const incompleteNote =
  'This code is too involved to follow to its end. There may be more to find.';

/** The outcome of a scan as plain data: what the three formats are written from. */
export interface ScanReport {
  /** Only files with findings, in the order of the scan. */
  readonly files: readonly FileReport[];
  /** How many files were analysed. */
  readonly scanned: number;
  /** What could not be read or analysed, each with the reason. */
  readonly notices: readonly Notice[];
}

export interface FileReport {
  /** Relative to the folder that the scan ran in, with `/`; absolute when it lies outside. */
  readonly path: string;
  readonly text: string;
  /** In the order of the text. */
  readonly results: readonly ReportedFinding[];
}

export interface ReportedFinding {
  readonly finding: Finding;
  /** The best first. */
  readonly fixes: readonly Fix[];
}

export interface Notice {
  readonly path: string;
  /** A sentence for a person. */
  readonly message: string;
}
