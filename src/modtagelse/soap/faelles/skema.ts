import { readdirSync, readFileSync } from 'node:fs'
import type { SoapTjeneste } from './tjeneste.ts'
import { compileSkema, type Skema } from './validate.ts'

const kendte = new WeakMap<SoapTjeneste, Skema>()

/** The schema of a service, compiled when it is first asked for. Throws XmlLibError where it is faulty. */
export function skemaFor(tjeneste: SoapTjeneste): Skema {
  const kendt = kendte.get(tjeneste)
  if (kendt) return kendt
  const skema = compileSkema(tjeneste.sti, readSkemafiler(tjeneste), tjeneste.rodskema)
  kendte.set(tjeneste, skema)
  return skema
}

/** The schema's files by name, as they import each other. */
export const readSkemafiler = ({ xsd }: Pick<SoapTjeneste, 'xsd'>): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(
    xsd.flatMap((mappe) =>
      readdirSync(mappe)
        .filter((fil) => fil.endsWith('.xsd'))
        .map((fil) => [fil, readFileSync(new URL(fil, mappe))] as const),
    ),
  )
