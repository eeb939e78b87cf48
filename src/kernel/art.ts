/** The six kinds of item that sources deliver and citizens see. */
export const ARTER = ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale'] as const
export type Art = (typeof ARTER)[number]

export const parseArt = (text: string): Art | undefined => ARTER.find((kendt) => kendt === text)
