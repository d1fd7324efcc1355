/** What MDX may use, with the attributes of each. */
interface Authoring {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Attributes that are prose: translated, and read by the checks of language. All others are the same in every language. */
  readonly prose: readonly string[];
  /** Runs along in a sentence, so that a translation may move it. */
  readonly inline?: true;
}

/** The components that a chapter may use; there are no others. */
export const authoringComponents: Readonly<Record<string, Authoring>> = {
  Listing: { required: ['example', 'file'], optional: ['region', 'path', 'stage', 'lines', 'mark'], prose: [] },
  Terminal: { required: ['example', 'transcript'], optional: [], prose: [] },
  Example: { required: ['id'], optional: [], prose: [] },
  Term: { required: ['id'], optional: [], prose: [], inline: true },
  Note: { required: [], optional: ['title'], prose: ['title'] },
  Tip: { required: [], optional: ['title'], prose: ['title'] },
  Caution: { required: [], optional: ['title'], prose: ['title'] },
  Steps: { required: [], optional: [], prose: [] },
  Tabs: { required: [], optional: [], prose: [] },
  TabItem: { required: ['label'], optional: [], prose: ['label'] },
  Diagram: { required: ['id'], optional: [], prose: [] },
  Exercise: { required: [], optional: [], prose: [] },
  Hint: { required: [], optional: [], prose: [] },
  Solution: { required: ['example'], optional: [], prose: [] },
  NotRun: { required: ['reason'], optional: [], prose: ['reason'] },
};

/** Tells whether an attribute holds prose in the page's language. */
export const isProse = (component: string, attribute: string): boolean =>
  authoringComponents[component]?.prose.includes(attribute) ?? false;
