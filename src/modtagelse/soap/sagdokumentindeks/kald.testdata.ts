import { uuid } from '#kernel'
import { standardRoller } from '../../regler/index.ts'
import { STANDARD_STATUSKODER } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'

const ikkeVentet = async (): Promise<never> => {
  throw new Error('The message reached what no test arranged')
}

/** The system that tests deliver as. */
export const AFSENDER = { itSystem: uuid('c0ffee00-0000-4000-8000-0000000000e5'), systemNavn: 'Korsbæk ESDH' }

/** A call that can do what the test says, and nothing else. */
export const toKald = (dele: Partial<Soapkald>): Soapkald => ({
  modtag: ikkeVentet,
  livstegn: ikkeVentet,
  soeg: ikkeVentet,
  afsender: AFSENDER,
  roller: standardRoller,
  statuskoder: STANDARD_STATUSKODER,
  ...dele,
})
