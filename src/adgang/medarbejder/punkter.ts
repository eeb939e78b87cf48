import { type Arbejdspunkt, MAALGRUPPER, type Maalgruppe } from '#web'
import { type Medarbejder, maalgruppeFor, type Rolle, rollerVed } from './medarbejder.ts'

/** A page that a module hangs into an audience's menu and start page, for those who hold one of its roles. */
export type Medarbejderpunkt = Arbejdspunkt & { readonly maalgruppe: Maalgruppe; readonly roller: readonly Rolle[] }

type Punktord = { readonly navn: string; readonly om: string }

/** A page of the municipality's people, by its words in both languages. */
export const kommunepunkt = (sti: string, roller: readonly Rolle[], da: Punktord, en: Punktord): Medarbejderpunkt => ({
  maalgruppe: 'kommune',
  sti,
  roller,
  navn: { da: da.navn, en: en.navn },
  om: { da: da.om, en: en.om },
})

/** The points that this person may go to. */
export const punkterFor = (
  punkter: readonly Medarbejderpunkt[],
  maalgruppe: Maalgruppe,
  medarbejder: Pick<Medarbejder, 'roller' | 'cvr'>,
): readonly Arbejdspunkt[] =>
  punkter.filter(({ maalgruppe: deres, roller, sti }) => {
    const egne = rollerVed(medarbejder, sti)
    return deres === maalgruppe && roller.some((rolle) => egne.includes(rolle))
  })

/** The audiences that this person has a role in. */
export const maalgrupperFor = ({ roller }: Pick<Medarbejder, 'roller'>): readonly Maalgruppe[] =>
  MAALGRUPPER.filter((en) => roller.some((rolle) => maalgruppeFor(rolle) === en))
