/**
 * One rule that a received item breaks. `regel` is the rule's number (SAG-008, IND-007 ...), `sti` the path in the received item, `da`
 * and `en` one sentence each: what is wrong and what to do. The received value is never repeated, since it may hold personal data.
 */
export type Regelbrud = { readonly regel: string; readonly sti: string; readonly da: string; readonly en: string }

/** A sentence in both languages. */
export type Saetning = { readonly da: string; readonly en: string }

/** More than this many breaches of one item help nobody, and a hostile item could otherwise make millions. */
export const HOEJST_BRUD = 50

/** The breaches found so far, at most HOEJST_BRUD. */
export class Brudliste {
  readonly brud: Regelbrud[] = []

  add(regel: string, sti: string, saetning: Saetning): void {
    if (this.brud.length < HOEJST_BRUD) this.brud.push({ regel, sti, da: saetning.da, en: saetning.en })
  }
}
