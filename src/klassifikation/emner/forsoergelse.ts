import { type BorgerEmne, emne } from './emne.ts'

/** Income support: cash benefit, sickness benefit and what replaces or supplements pay. */
export const forsoergelse: readonly BorgerEmne[] = [
  emne(
    '32.21.12',
    'Hjælp til enkeltudgifter',
    ['Hjælp til en nødvendig udgift', 'Penge til en enkelt nødvendig udgift, som du ikke selv kan betale.'],
    ['Help with a necessary expense', 'Money for a single necessary expense that you cannot pay yourself.'],
  ),
  emne(
    '32.21.14',
    'Udsættelsestruede lejere og midlertidig huslejehjælp',
    [
      'Hjælp, hvis du er ved at miste din bolig',
      'Hjælp til husleje i en periode, hvis du risikerer at blive sat ud af din bolig.',
    ],
    ['Help if you risk losing your home', 'Help with rent for a period if you risk being evicted from your home.'],
  ),
  emne(
    '32.21.16',
    'Hjælp til sygebehandling mv.',
    ['Hjælp til medicin og behandling', 'Penge til medicin eller behandling, som er nødvendig, og som du ikke selv kan betale.'],
    ['Help with medicine and treatment', 'Money for necessary medicine or treatment that you cannot pay yourself.'],
  ),
  emne(
    '32.21.17',
    'Tilskud til tandpleje',
    ['Tilskud til tandlæge', 'Tilskud til tandbehandling, når du får kontanthjælp eller lignende hjælp.'],
    ['Dental care subsidy', 'A subsidy for dental treatment while you receive cash benefit or similar help.'],
  ),
  emne(
    '32.21.18',
    'Medicintilskud til kontanthjælpsmodtagere',
    ['Tilskud til medicin', 'Tilskud til medicin på recept, når du får kontanthjælp.'],
    ['Medicine subsidy', 'A subsidy for prescription medicine while you receive cash benefit.'],
  ),
  emne(
    '32.21.20',
    'Særlig hjælp vedrørende børn',
    ['Hjælp til udgifter til børn', 'Penge til særlige udgifter i forbindelse med dine børn, for eksempel samvær.'],
    ['Help with costs for children', 'Money for special costs concerning your children, for example time spent together.'],
  ),
  emne(
    '32.21.24',
    'Hjælp til flytning',
    ['Hjælp til at flytte', 'Penge til udgifter ved at flytte, når flytningen gør dit liv bedre.'],
    ['Help with moving home', 'Money for the cost of moving when the move improves your life.'],
  ),
  emne(
    '32.24.03',
    'Kontanthjælpsloft',
    [
      'Det tidligere loft over kontanthjælp',
      'Loftet satte en grænse for, hvor meget kontanthjælp og boligstøtte man kunne få tilsammen.',
    ],
    [
      'The former cap on cash benefit',
      'The cap set a limit on how much cash benefit and housing support a person could get in total.',
    ],
    { gyldigTil: 2026 },
  ),
  emne(
    '32.24.04',
    'Hjælp til forsørgelse (kontanthjælp mv.)',
    ['Kontanthjælp', 'Penge til at leve for, når du ikke selv kan forsørge dig og ikke har andre muligheder.'],
    ['Cash benefit', 'Money to live on when you cannot support yourself and have no other means.'],
  ),
  emne(
    '32.24.05',
    'Fradrag i kontanthjælp',
    ['Fradrag i kontanthjælp', 'Din løn og andre indtægter kan trækkes fra i din kontanthjælp.'],
    ['Deductions from cash benefit', 'Your pay and other income can be deducted from your cash benefit.'],
  ),
  emne(
    '32.24.06',
    'Nedsættelse af kontanthjælp',
    ['Ændring af kontanthjælpens størrelse', 'Kommunen vurderer, om din kontanthjælp skal sættes ned i en periode.'],
    [
      'Change to the amount of cash benefit',
      'The municipality assesses whether your cash benefit should be reduced for a period.',
    ],
  ),
  emne(
    '32.24.08',
    'Revalideringsydelse',
    ['Penge under revalidering', 'Penge til at leve for, mens du følger din plan for revalidering.'],
    ['Money during rehabilitation', 'Money to live on while you follow your plan for vocational rehabilitation.'],
    { gyldigTil: 2029 },
  ),
  emne(
    '32.24.10',
    'Kontanthjælp under forrevalidering',
    ['Penge, før revalidering begynder', 'Penge til at leve for, mens du forbereder dig på revalidering.'],
    ['Money before rehabilitation begins', 'Money to live on while you prepare for vocational rehabilitation.'],
    { gyldigTil: 2027 },
  ),
  emne(
    '32.24.12',
    'Ledighedsydelse',
    ['Ledighedsydelse', 'Penge til at leve for, når du har ret til fleksjob og venter på et.'],
    [
      'Unemployment allowance for flexible jobs',
      'Money to live on when you are entitled to a flexible job and are waiting for one.',
    ],
  ),
  emne(
    '32.24.28',
    'Ressourceforløbsydelse, ressourceforløb',
    ['Penge under ressourceforløb', 'Penge til at leve for, mens du er i et ressourceforløb.'],
    ['Money during a resource programme', 'Money to live on while you are in a resource programme.'],
    { gyldigTil: 2029 },
  ),
  emne(
    '32.24.30',
    'Ressourceforløbsydelse, jobafklaringsforløb',
    ['Penge under jobafklaringsforløb', 'Penge til at leve for, mens du er i et jobafklaringsforløb.'],
    ['Money during a job clarification programme', 'Money to live on while you are in a job clarification programme.'],
    { gyldigTil: 2028 },
  ),
  emne(
    '32.24.56',
    'Fritidstillæg for børn',
    ['Tillæg til børns fritid', 'Penge til børns fritidsaktiviteter i familier, som får kontanthjælp.'],
    ["Allowance for children's leisure", "Money for children's leisure activities in families that receive cash benefit."],
  ),
  emne(
    '32.27.05',
    'Fleksydelse, udbetaling',
    ['Fleksydelse', 'Penge til dig, som har været i fleksjob og trækker dig tilbage før pensionsalderen.'],
    ['Early retirement from a flexible job', 'Money for you who have had a flexible job and retire before pension age.'],
    { udbetalingDanmark: true },
  ),
  emne(
    '32.27.10',
    'Fleksløntilskud',
    ['Tilskud til løn i fleksjob', 'Et tilskud oven i lønnen, når du arbejder i fleksjob.'],
    ['Wage supplement in a flexible job', 'A supplement to your pay when you work in a flexible job.'],
  ),
  emne(
    '32.27.20',
    'Tilskud til selvstændigt erhvervsdrivende med nedsat arbejdsevne',
    ['Tilskud til selvstændige', 'Et tilskud til dig, som driver egen virksomhed og varigt kun kan arbejde lidt.'],
    ['Support for the self-employed', 'A subsidy for you who run your own business and can permanently work only a little.'],
  ),
  emne(
    '32.30.04',
    'Udbetaling af sygedagpenge',
    ['Sygedagpenge', 'Penge til dig, som er syg og ikke kan arbejde.'],
    ['Sickness benefit', 'Money for you who are ill and cannot work.'],
  ),
  emne(
    '32.30.06',
    'Aftale om arbejdsgiveres ret til refusion af sygedagpenge ved langvarig eller kronisk sygdom',
    [
      'Aftale om sygefravær ved langvarig sygdom',
      'Din arbejdsgiver kan få penge for dit sygefravær fra første dag, når du har en langvarig sygdom.',
    ],
    [
      'Agreement on absence for a long-term illness',
      'Your employer can be paid from the first day of your absence when you have a long-term illness.',
    ],
  ),
]
