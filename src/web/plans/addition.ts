/** What the reading missed: the words that were selected in the document and where they stand; nothing selected: empty. */
export type Addition = { text: string; at: Readonly<Record<string, number>> | null }

export const nothingSelected: Addition = { text: '', at: null }
