import { LIVSTEGN_SAETNINGER, type Livstegn, type Livstegnsafvisning, type Livstegnssvar } from '#afstemning/livstegn'
import type { Afvist, Ok } from '#kernel'
import { DatabaseFejl } from '#platform/database'
import { parseLivstegn } from '../../rest/parse-livstegn.ts'
import { UTILGAENGELIG } from '../../rest/problemer.ts'
import { HEADER_URI } from './navnerum.ts'
import type { SoapSvar } from './svar.ts'
import type { Soapkald } from './tjeneste.ts'
import { escapeXml } from './xml-tekst.ts'
import { find, findAlle, type Xml } from './xml-trae.ts'

/** A sign of life as a header block of a message that delivers (xsd/livstegn.xsd). */

type Udfald = Ok<readonly Livstegnssvar[]> | Afvist<Livstegnsafvisning | 'UTILGAENGELIG'>

/**
 * Takes in the sign of life of a message that has been answered, and tells of it in the header of the answer. What was kept of the message is
 * kept whatever becomes of the sign, so a fault of it is told there too. Never throws.
 */
export async function withLivstegn(kald: Soapkald, rod: Xml, svar: SoapSvar): Promise<SoapSvar> {
  const blokke = findAlle(find(rod, 'soap:Header'), 'bbl:Livstegn')
  // Where the whole message was refused, what its sign says it has delivered has not been.
  if (blokke.length === 0 || svar.status !== 200) return svar
  const livstegn = blokke.length === 1 && blokke[0] ? readLivstegn(blokke[0]) : undefined
  const udfald = livstegn ? await takeLivstegn(kald, livstegn) : ({ ok: false, afvisning: 'LIVSTEGN_UGYLDIGT' } as const)
  const header = '<soap:Header>'
  return { ...svar, body: svar.body.replace(header, () => `${header}${writeLivstegnssvar(udfald)}`) }
}

async function takeLivstegn(kald: Soapkald, livstegn: Livstegn): Promise<Udfald> {
  try {
    return await kald.livstegn(livstegn)
  } catch (fejl) {
    if (fejl instanceof DatabaseFejl) return { ok: false, afvisning: 'UTILGAENGELIG' }
    throw fejl
  }
}

const FELTER = new Set(['bbl:Loebenummer', 'bbl:Tidspunkt', 'bbl:Naeste', 'bbl:Kommune'])
const KOMMUNEFELTER = new Set(['bbl:Cvr', 'bbl:Vandmaerke', 'bbl:Sendt', 'bbl:Koe'])

/** The block as the same in JSON would be, and by the same rules; an unknown or repeated element makes it none. */
function readLivstegn(blok: Xml): Livstegn | undefined {
  const kommuner = findAlle(blok, 'bbl:Kommune')
  const enkelte = blok.boern.filter(({ navn }) => navn !== 'bbl:Kommune')
  if (![[FELTER, enkelte] as const, ...kommuner.map(({ boern }) => [KOMMUNEFELTER, boern] as const)].every(isKun))
    return undefined
  const tekst = (element: Xml, navn: string) => find(element, navn)?.tekst.trim()
  const tal = (element: Xml, navn: string) => {
    const fundet = tekst(element, navn)
    return fundet !== undefined && /^\d{1,16}$/.test(fundet) ? Number(fundet) : undefined
  }
  const naeste = tekst(blok, 'bbl:Naeste')
  return parseLivstegn({
    loebenummer: tal(blok, 'bbl:Loebenummer'),
    tidspunkt: tekst(blok, 'bbl:Tidspunkt'),
    kommuner: kommuner.map((led) => ({
      kommune: tekst(led, 'bbl:Cvr'),
      vandmaerke: tekst(led, 'bbl:Vandmaerke'),
      sendt: tal(led, 'bbl:Sendt'),
      koe: tal(led, 'bbl:Koe'),
    })),
    ...(naeste === undefined ? {} : { naeste }),
  })
}

const isKun = ([kendte, boern]: readonly [ReadonlySet<string>, readonly Xml[]]): boolean =>
  boern.every(({ navn }) => kendte.has(navn)) && new Set(boern.map(({ navn }) => navn)).size === boern.length

function writeLivstegnssvar(udfald: Udfald): string {
  const element = (navn: string, vaerdi: string | number | boolean) => `<bbl:${navn}>${escapeXml(String(vaerdi))}</bbl:${navn}>`
  const indhold = udfald.ok
    ? udfald.value.map(({ kommune, bevist, hvorfor, modtaget, ventet }) => {
        const grund = hvorfor ? element('Hvorfor', hvorfor) : ''
        const antal = element('Modtaget', modtaget) + (ventet === undefined ? '' : element('Ventet', ventet))
        return `<bbl:Kommune>${element('Cvr', kommune)}${element('Bevist', bevist)}${grund}${antal}</bbl:Kommune>`
      })
    : [writeAfvisning(udfald.afvisning, element)]
  return `<bbl:Livstegnssvar xmlns:bbl="${HEADER_URI.bbl}">${indhold.join('')}</bbl:Livstegnssvar>`
}

function writeAfvisning(kode: Livstegnsafvisning | 'UTILGAENGELIG', element: (navn: string, vaerdi: string) => string): string {
  const { da, en } = kode === 'UTILGAENGELIG' ? UTILGAENGELIG : LIVSTEGN_SAETNINGER[kode]
  return `<bbl:Afvist>${element('Kode', kode)}${element('Tekst', `${da} / ${en}`)}</bbl:Afvist>`
}
