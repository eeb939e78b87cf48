import type { Tilpasning } from '../forloeb.ts'
import type { Borger } from '../personer/person.ts'
import type { Navngivne } from './borgere.ts'

/** A matter of a story: what kind, opened how many days ago, and what the story decides. */
type Del = readonly [type: string, dageSiden: number, tilpasning?: Tilpasning]

export type Historie = { readonly hvem: Borger; readonly ledsagere?: readonly Borger[]; readonly dele: readonly Del[] }

const loebende = { oplyst: 6, afgjort: 14 }

/** Each alone. */
const voksne = (n: Navngivne): Historie[] => [
  {
    hvem: n.jobsoeger,
    dele: [
      ['kontanthjaelp-job', 240, { dage: { oplyst: 12, afgjort: 40 }, undtaget: false, aftaleForude: true }],
      [
        'kontanthjaelp-ydelse',
        240,
        { dage: loebende, undtaget: false, afslag: false, maaneder: 24, godkendt: true, aftaleForude: true },
      ],
      ['enkeltudgift', 12, { dage: { oplyst: 4, afgjort: 7 }, undtaget: false, afslag: false, brevVenter: false }],
      ['enkeltudgift', 200, { dage: { oplyst: 8, afgjort: 17, afsluttet: 30 }, undtaget: false, afslag: true }],
      ['jobrettet-uddannelse', 95, { dage: { oplyst: 5, afgjort: 12, afsluttet: 60 }, undtaget: false }],
    ],
  },
  {
    hvem: n.aeldre,
    dele: [
      ['hjemmepleje', 620, { dage: loebende, undtaget: false, afslag: false, maaneder: 6 }],
      ['mobilitet', 600, { dage: { oplyst: 10, afgjort: 24, afsluttet: 40 }, undtaget: false, afslag: false }],
      ['madservice', 590, { dage: loebende, undtaget: false, afslag: false, maaneder: 5 }],
      ['flytning', 430, { dage: { oplyst: 1, afgjort: 2, afsluttet: 3 }, undtaget: false }],
      ['hjemmepleje', 400, { dage: loebende, undtaget: false, afslag: false, aftaleForude: true }],
      ['madservice', 380, { dage: loebende, undtaget: false, afslag: false }],
      ['mobilitet', 300, { dage: { oplyst: 12, afgjort: 30, afsluttet: 44 }, undtaget: false, afslag: false }],
      ['kropsbaaren', 40, { dage: { oplyst: 9 }, undtaget: false }],
      ['sygepleje', 120, { dage: { oplyst: 1, afgjort: 2 }, undtaget: false, afslag: false }],
      ['helbredstillaeg', 75, { dage: { oplyst: 8, afgjort: 18, afsluttet: 26 }, undtaget: false, afslag: false }],
      ['parkeringskort', 210, { dage: { oplyst: 10, afgjort: 22, afsluttet: 28 }, undtaget: false, afslag: false }],
    ],
  },
  {
    hvem: n.ejer,
    dele: [
      ['byggetilladelse', 640, { dage: { oplyst: 30, afgjort: 75, afsluttet: 400 }, undtaget: false, afslag: false }],
      ['nedrivning', 500, { dage: { oplyst: 10, afgjort: 20, afsluttet: 110 }, undtaget: false }],
      ['byggetilladelse', 48, { dage: { oplyst: 20, afgjort: 43 }, undtaget: false, afslag: false, brevVenter: true }],
      ['rotter', 25, { dage: { oplyst: 2, afgjort: 6 }, undtaget: false }],
      ['beboerlicens', 100, { dage: { oplyst: 1, afgjort: 2, afsluttet: 3 }, undtaget: false, afslag: false }],
    ],
  },
  {
    hvem: n.godtfred,
    dele: [
      [
        'forebyggende-besoeg',
        45,
        {
          titel: 'Aftale om forebyggende hjemmebesøg',
          behandler: 'Ulla Jakobsen',
          dage: { oplyst: 8 },
          undtaget: false,
          aftaleForude: true,
        },
      ],
    ],
  },
  {
    hvem: n.kunSkjult,
    dele: [
      ['kontrol', 140, { dage: { oplyst: 60 }, undtaget: false }],
      ['flytning', 300, { dage: { oplyst: 1, afgjort: 2, afsluttet: 3 }, undtaget: true }],
      ['tilbagebetaling', 30, { dage: { oplyst: 10 }, undtaget: true, aftaleForude: true }],
    ],
  },
  {
    hvem: n.beskyttet,
    dele: [
      ['adressebeskyttelse', 210, { dage: { oplyst: 1, afgjort: 1, afsluttet: 2 }, undtaget: false }],
      ['sygedagpenge-job', 70, { dage: { oplyst: 24 }, undtaget: false, aftaleForude: true }],
      ['sygedagpenge-ydelse', 70, { dage: loebende, undtaget: false, afslag: false, maaneder: 7, godkendt: true }],
    ],
  },
  {
    hvem: n.mange,
    dele: [
      ['hjemmepleje', 760, { dage: loebende, undtaget: false, afslag: false, loebendeDokumenter: 36, aftaleForude: true }],
      ['genoptraening', 700, { dage: { oplyst: 3, afgjort: 7, afsluttet: 110 }, undtaget: false, afslag: false }],
      ['merudgifter', 690, { dage: { oplyst: 30, afgjort: 60 }, undtaget: false, afslag: false, maaneder: 30, godkendt: true }],
      ['mobilitet', 500, { dage: { oplyst: 14, afgjort: 30, afsluttet: 45 }, undtaget: false, afslag: false }],
      ['kropsbaaren', 260, { dage: { oplyst: 10, afgjort: 20, afsluttet: 25 }, undtaget: false, afslag: false }],
      ['ledsager', 350, { dage: { oplyst: 20, afgjort: 40 }, undtaget: false, afslag: false }],
      ['helbredstillaeg', 33, { dage: { oplyst: 8, afgjort: 18, afsluttet: 30 }, undtaget: false, afslag: false }],
    ],
  },
]

/** Two families: parents with and without custody, and their children. */
const familier = (n: Navngivne): Historie[] => [
  {
    hvem: n.mor,
    dele: [
      ['sygedagpenge-job', 420, { dage: { oplyst: 24, afgjort: 60, afsluttet: 140 }, undtaget: false }],
      ['sygedagpenge-ydelse', 420, { dage: loebende, undtaget: false, afslag: false, maaneder: 4 }],
      ['aktindsigt', 20, { dage: { oplyst: 3, afgjort: 8, afsluttet: 9 }, undtaget: false }],
    ],
  },
  {
    hvem: n.farMed,
    dele: [['byggetilladelse', 55, { dage: { oplyst: 35 }, undtaget: false, aftaleForude: true }]],
  },
  {
    hvem: n.barn,
    ledsagere: [n.mor, n.farMed],
    dele: [
      ['dagtilbud', 700, { dage: { oplyst: 20, afgjort: 70 }, undtaget: false, afslag: false, aftaleForude: true }],
      ['friplads', 300, { dage: loebende, undtaget: false, afslag: false, maaneder: 24, godkendt: true }],
      ['sprogvurdering', 160, { dage: { oplyst: 10, afgjort: 30, afsluttet: 40 }, undtaget: false }],
      ['underretning', 90, { dage: { oplyst: 1, afgjort: 20, afsluttet: 60 }, undtaget: false }],
    ],
  },
  {
    hvem: n.ung,
    ledsagere: [n.mor, n.farMed],
    dele: [
      ['ung-under-18', 80, { dage: { oplyst: 20 }, undtaget: false, aftaleForude: true }],
      ['ppr', 500, { dage: { oplyst: 40, afgjort: 90, afsluttet: 150 }, undtaget: false }],
    ],
  },
  {
    hvem: n.farUden,
    dele: [
      ['fleksjob', 330, { dage: { oplyst: 60, afgjort: 110 }, undtaget: false, aftaleForude: true }],
      ['fleksloentilskud', 215, { dage: loebende, undtaget: false, afslag: false, maaneder: 36, godkendt: false }],
    ],
  },
  {
    hvem: n.barnUden,
    ledsagere: [n.morBrobyskov],
    dele: [
      ['dagtilbud', 1500, { dage: { oplyst: 20, afgjort: 60 }, undtaget: false, afslag: false, maaneder: 30 }],
      ['sfo', 480, { dage: { oplyst: 5, afgjort: 12 }, undtaget: false, afslag: false, maaneder: 40 }],
    ],
  },
  {
    hvem: n.morBrobyskov,
    dele: [
      [
        'beboerindskud',
        6,
        { dage: { oplyst: 2, afgjort: 3 }, undtaget: false, afslag: false, modtager: n.ejer.person, brevVenter: true },
      ],
      ['genoptraening', 130, { dage: { oplyst: 3, afgjort: 8, afsluttet: 100 }, undtaget: false, afslag: false }],
      ['sygedagpenge-ydelse', 150, { dage: loebende, undtaget: false, afslag: false, maaneder: 3 }],
    ],
  },
]

export const listHistorier = (n: Navngivne): Historie[] => [...voksne(n), ...familier(n)]
