import { IND_REGLER } from '#modtagelse/regler'
import { brydeligeRegler } from '../../../src/tilslutning/afproevning/familie.ts'
import { laesSager } from '../../../src/tilslutning/afproevning/laes-sager.ts'
import { katalogafsendere } from '../../../src/tilslutning/afproevning/server/fejlafsendere.bygger.ts'
import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

const MINDST_SAGER = 120

/** Rules that no message can break, over no channel, and why. */
const UBRYDELIGE: Readonly<Record<string, string>> = {
  'NOT-181': 'over REST an it-system without a known role is one more (IND-010), and SOAP has no such list',
  'NOT-191': 'as NOT-181',
  'AFT-181': 'as NOT-181',
  'AFT-191': 'as NOT-181',
  'EFF-031': 'the message of Ydelsesindeks has no place for it, and over REST its form is IND-016',
}

/** The compliance test, and the road that it stands on. */
export const TILSLUTNING_VEJ: readonly Bevislinje[] = [
  proever({
    navn: 'fejlafsendere',
    paastand:
      'A deliberately faulty sender for each rule fails exactly the cases of that rule and no other; a right one fails none.',
    filer: ['src/tilslutning/afproevning/server'],
    // All of them at either size: the claim is of each rule. Every day's tests take a twelfth.
    miljoe: { daglig: { AFPROEVNING_FULD: '1' }, fuld: { AFPROEVNING_FULD: '1' } },
  }),
  {
    navn: 'afproevning.sager',
    paastand:
      'There are at least 120 cases in folders of their own, over both channels, and one for every rule that a message can break.',
    run: async () => {
      const sager = laesSager()
      const enkelte = sager.filter(({ familie }) => familie === undefined)
      const regler = new Set(sager.flatMap((sag) => sag.regler))
      const brydelige = [...new Set(brydeligeRegler())]
      const uden = brydelige.filter((regel) => !regler.has(regel))
      const ind = Object.keys(IND_REGLER)
      const kanaler = Map.groupBy(sager, ({ trin }) => [...new Set(trin.map(({ kanal }) => kanal))].sort().join('+'))
      return {
        ok: enkelte.length >= MINDST_SAGER && brydelige.length > 0 && uden.every((regel) => regel in UBRYDELIGE),
        set: [
          `${enkelte.length} cases in folders (${enkelte.filter(({ slags }) => slags === 'N').length} normal, ${enkelte.filter(({ slags }) => slags === 'F').length} faulty); ${sager.length} with those of the families`,
          [...kanaler].map(([kanal, egne]) => `${egne.length} over ${kanal}`).join(', '),
          `${brydelige.length - uden.length} of ${brydelige.length} rules of the catalogue that an item can break have a case`,
          ...uden.map(
            (regel) => `without: ${regel}${regel in UBRYDELIGE ? ` (${UBRYDELIGE[regel]})` : ', AND WITHOUT A REASON'}`,
          ),
          `${ind.filter((regel) => regler.has(regel)).length} of ${ind.length} rules of intake itself have a case, without: ${ind.filter((regel) => !regler.has(regel)).join(', ')}`,
          `${katalogafsendere().length} faulty senders, one for each rule of a kind`,
        ],
      }
    },
  },
  proever({
    navn: 'afproevning',
    paastand:
      'Our own endpoint passes every case over REST and SOAP and in the citizens’ eyes; each rule without a case has a reason; reports are signed, and altered ones are found.',
    filer: [
      'src/tilslutning/afproevning/laes-sager.test.ts',
      'src/tilslutning/afproevning/bedoem.test.ts',
      'src/tilslutning/afproevning/klient',
      'src/tilslutning/afproevning/rapport',
      'src/tilslutning/afproevning/koersel.sql.test.ts',
      'test/scenarier/tilslutning.afproevning.test.ts',
    ],
  }),
  proever({
    navn: 'vej',
    paastand:
      'A system’s whole road, from registered to retired, is walked through the pages; two persons approve, nobody skips a step, and every step is kept.',
    filer: ['test/scenarier/tilslutning.vej.test.ts', 'src/tilslutning/vej'],
  }),
  proever({
    navn: 'varsler',
    paastand: 'A new or sharper rule only warns until its day.',
    filer: ['src/modtagelse/regler/varsel.test.ts'],
  }),
  proever({
    navn: 'opslag',
    paastand: 'KLE with its editions, units, contact points and who is responsible are served to anybody, as the OpenAPI says.',
    filer: ['test/scenarier/rest.opslag.test.ts', 'test/scenarier/rest.openapi.test.ts'],
  }),
]
