import { myndighedsnavn } from '#myndighed'
import { formatDato, html, type Markup, renderSide, type Sidekontekst, table } from '#web'
import type { MatrixRaekke } from '../koersel.sql.ts'
import { udfaldsmaerke } from './koersel.view.ts'
import { ord } from './texts/index.ts'

const antalAf = ({ regler }: MatrixRaekke, udfald: string): number => regler.filter((regel) => regel.udfald === udfald).length

/** Which systems have passed, for everybody to see: no person and no message stands here. */
export function overensstemmelseView(
  k: Sidekontekst,
  raekker: readonly MatrixRaekke[],
  stier: { readonly data: string; readonly noegler: string },
): Markup {
  const t = ord(k.sprog).matrix
  const { system, version, udfald } = ord(k.sprog).liste
  return renderSide(k, {
    indhold: html`<h1>${t.overskrift}</h1><p class="font-lead">${t.lead}</p>
${
  raekker.length === 0
    ? html`<p>${t.ingen}</p>`
    : table(
        t.overskrift,
        [
          { overskrift: system, celle: (en: MatrixRaekke) => en.system_navn },
          { overskrift: version, celle: (en) => en.system_version },
          { overskrift: t.kommune, celle: (en) => myndighedsnavn(en.kommune) ?? en.kommune },
          { overskrift: t.afproevet, celle: (en) => formatDato(en.tid, k.sprog) },
          { overskrift: udfald, celle: (en) => udfaldsmaerke(k, en.bestaaet ? 'bestaaet' : 'fejlet') },
          { overskrift: t.regler, celle: (en) => t.antal(antalAf(en, 'bestaaet'), antalAf(en, 'fejlet')) },
        ],
        raekker,
      )
}
<p><a href="${stier.data}">${t.data}</a><br><a href="${stier.noegler}">${t.noegler}</a></p>`,
  })
}

/** The same for programs. */
export const overensstemmelseData = (raekker: readonly MatrixRaekke[]) => ({
  systemer: raekker.map((en) => ({
    system: en.kilde_id,
    navn: en.system_navn,
    version: en.system_version,
    kommune: en.kommune,
    proeveversion: en.proeveversion,
    afproevet: en.tid,
    bestaaet: en.bestaaet,
    regler: en.regler.map(({ regel, udfald }) => ({ regel, udfald })),
  })),
})
