import { efterKonfiguration, skjul, vis } from '../regel.ts'

/** Where the municipality has chosen document types, only those are shown; none chosen is all. One whose type is not known is none of them. */
export const dokumenttyperRegel = efterKonfiguration(({ art, dokument }, { dokumenttyper }) =>
  art !== 'dokument' || dokumenttyper.length === 0 || (dokument !== undefined && dokumenttyper.includes(dokument.type))
    ? vis
    : skjul('DOKUMENTTYPE_IKKE_VALGT'),
)
