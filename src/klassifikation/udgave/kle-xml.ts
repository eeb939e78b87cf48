import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { afvist, type Resultat } from '#kernel'
import { type ImportAfvisning, importAfvisning } from '../klassifikation.errors.ts'
import { KleXmlLaeser } from './kle-xml-laeser.ts'
import type { KleUdgave } from './udgave.ts'

/** The full edition of 2025 with guidance texts is 7.4 MB. */
export const MAX_XML_BYTES = 64 * 1024 * 1024
const MAX_DYBDE = 32
/** The parser is fed in pieces, so that a refusal stops the work within one. */
const STYKKE = 64 * 1024

/**
 * Reads KL's KLE-Emneplan XML (version 2.0 and the REST service's 1.3) as a stream of bytes or text; the guidance texts are passed over.
 * Refuses a DTD, other encodings than UTF-8, more than 64 MB, elements deeper than 32. Throws only what the stream itself throws.
 */
export async function parseKleXml(
  stykker: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  kilde: string,
): Promise<Resultat<KleUdgave, ImportAfvisning>> {
  const laesning = new Laesning()
  const afkoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  for await (const stykke of stykker) {
    bytes += stykke.byteLength
    if (bytes > MAX_XML_BYTES) return afvist(importAfvisning('FOR_STOR', '64 MB'))
    const fejl = laesning.feed(decode(afkoder, stykke))
    if (fejl) return afvist(fejl)
  }
  const fejl = laesning.feed(decode(afkoder)) ?? laesning.end()
  if (fejl) return afvist(fejl)
  const { udgivet, bygger } = laesning.laeser
  if (udgivet === undefined) return afvist(importAfvisning('UDGIVELSESDATO_MANGLER', '', { element: 'UdgivelsesDato' }))
  return bygger.finish(udgivet, kilde)
}

/** The text of a piece, or undefined where it is not UTF-8. Without a piece: what the decoder still holds. */
function decode(afkoder: TextDecoder, stykke?: Uint8Array): string | undefined {
  try {
    return stykke ? afkoder.decode(stykke, { stream: true }) : afkoder.decode()
  } catch {
    // the only fault TextDecoder has here: not UTF-8, which the caller refuses by name
    return undefined
  }
}

class Laesning {
  readonly laeser = new KleXmlLaeser()
  private fejl: ImportAfvisning | undefined
  private readonly parser = new SaxesParser({ xmlns: false, position: true })

  constructor() {
    const { parser, laeser } = this
    const { on } = this
    parser.on(
      'error',
      on((fejl: Error) => importAfvisning('XML_UGYLDIG', fejl.message, { linje: parser.line })),
    )
    parser.on(
      'doctype',
      on(() => importAfvisning('XML_DTD', '', { linje: parser.line })),
    )
    parser.on(
      'xmldecl',
      on(({ encoding }) => checkTegnsaet(encoding)),
    )
    parser.on(
      'opentag',
      on(({ name }) => laeser.open(name, parser.line) ?? checkDybde(laeser.dybde, parser.line)),
    )
    parser.on(
      'text',
      on((tekst: string) => laeser.text(tekst)),
    )
    parser.on(
      'cdata',
      on((tekst: string) => laeser.text(tekst)),
    )
    parser.on(
      'closetag',
      on(() => laeser.close(parser.line)),
    )
  }

  feed(tekst: string | undefined): ImportAfvisning | undefined {
    if (tekst === undefined) return importAfvisning('TEGNSAET', 'UTF-8', { linje: this.parser.line })
    for (let fra = 0; fra < tekst.length && !this.fejl; fra += STYKKE) this.parser.write(tekst.slice(fra, fra + STYKKE))
    return this.fejl
  }

  end(): ImportAfvisning | undefined {
    this.parser.close()
    return this.fejl
  }

  /** Only the first refusal counts: after an error the parser goes on to the end of its piece. */
  private readonly on =
    <A>(handler: (argument: A) => ImportAfvisning | undefined) =>
    (argument: A): void => {
      if (!this.fejl) this.fejl = handler(argument)
    }
}

const checkTegnsaet = (encoding: string | undefined): ImportAfvisning | undefined =>
  encoding === undefined || /^utf-?8$/i.test(encoding) ? undefined : importAfvisning('TEGNSAET', encoding, { linje: 1 })

const checkDybde = (dybde: number, linje: number): ImportAfvisning | undefined =>
  dybde > MAX_DYBDE ? importAfvisning('XML_FOR_DYB', String(MAX_DYBDE), { linje }) : undefined
