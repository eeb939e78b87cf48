import type { OverblikData } from '#indeks'

/** The titles that an item has, has had or is to have, as far as a page can show them: each once. What has no title of its own has none. */
export function titlerAf(data: OverblikData): readonly string[] {
  switch (data.art) {
    case 'sag':
    case 'journalnotat':
      return ens(data.titler.map(({ titel }) => titel))
    case 'dokument':
      // What each case calls it, too: it is shown by that name there.
      return ens([...data.titler, ...data.sager.flatMap((sag) => sag.titler ?? [])].map(({ titel }) => titel))
    case 'aftale':
      return ens(data.aftaler.map(({ titel }) => titel))
    case 'bevilling':
    case 'oekonomiskEffektuering':
      return []
  }
}

const ens = (tekster: readonly string[]): readonly string[] => [...new Set(tekster)].filter((tekst) => tekst !== '')

/** The kinds whose titles are judged. */
export const ARTER_MED_TITEL = ['sag', 'dokument', 'journalnotat', 'aftale'] as const
