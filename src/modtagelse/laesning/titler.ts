import type { ElementKilde } from '../element/element.kilde.ts'

/** Every title in a kept element as its sender wrote it, numbers and all; a case also gives the titles that it calls its documents by. */
export function collectTitler(element: ElementKilde): readonly string[] {
  switch (element.art) {
    case 'sag':
      return [
        ...toTitler(element.egenskaber),
        ...(element.journalposter ?? []).flatMap(({ journalpostEgenskaber }) => journalpostEgenskaber?.dokumenttitel ?? []),
      ]
    case 'dokument':
    case 'journalnotat':
    case 'aftale':
      return toTitler(element.egenskaber)
    case 'bevilling':
    case 'oekonomiskEffektuering':
      return []
  }
}

const toTitler = (poster: readonly { readonly titel?: string }[] | undefined): string[] =>
  (poster ?? []).flatMap(({ titel }) => titel ?? [])
