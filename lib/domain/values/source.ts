/** Names where a fact about a vendor comes from, and when somebody last looked. */
export interface Source {
  /** A URL, or the name of a document that came with the project. */
  ref: string;
  /** `YYYY-MM-DD`. */
  checkedOn: string;
  /**
   * `vendor`: the vendor's own text; `how-to`: a third party's procedure that the vendor does not confirm; `derived`:
   * our inference from the others.
   */
  kind: 'vendor' | 'how-to' | 'derived';
}
