import { type BorgerEmne, emne } from './emne.ts'

/** Work: the job centre's help, and help at work. The money to live on stands in forsoergelse.ts. */
export const arbejde: readonly BorgerEmne[] = [
  emne(
    '15.17.06',
    'Sygedagpengeopfølgning',
    ['Opfølgning på din sygemelding', 'Kommunen følger op, mens du er sygemeldt, og taler med dig om vejen tilbage til arbejde.'],
    [
      'Follow-up on your sick leave',
      'The municipality follows up while you are on sick leave and talks with you about the way back to work.',
    ],
  ),
  emne(
    '15.17.09',
    'Forrevalidering',
    ['Forberedelse til revalidering', 'Du kan prøve kræfter med arbejde eller kurser, før en plan for revalidering bliver lagt.'],
    ['Preparation for rehabilitation', 'You can try out work or courses before a plan for vocational rehabilitation is made.'],
    { gyldigTil: 2027 },
  ),
  emne(
    '15.17.12',
    'Revalidering',
    ['Revalidering', 'Hjælp til at komme i arbejde gennem uddannelse eller oplæring, når helbredet sætter grænser.'],
    ['Vocational rehabilitation', 'Help to get into work through education or training when your health sets limits.'],
    { gyldigTil: 2027 },
  ),
  emne(
    '15.17.18',
    'Rehabilitering',
    [
      'Møde i rehabiliteringsteamet',
      'Fagfolk fra flere områder ser sammen med dig på, hvilken hjælp der kan bringe dig tættere på arbejde.',
    ],
    [
      'Meeting with the rehabilitation team',
      'Experts from several fields look with you at the help that could bring you closer to work.',
    ],
  ),
  emne(
    '15.17.22',
    'Ressourceforløb',
    ['Ressourceforløb', 'Et længere forløb med hjælp til at udvikle din evne til at arbejde.'],
    ['Resource programme', 'A longer programme that helps you build up your ability to work.'],
    { gyldigTil: 2029 },
  ),
  emne(
    '15.17.26',
    'Jobafklaringsforløb',
    ['Jobafklaringsforløb', 'Hjælp til at blive klar til arbejde igen, når du er syg i længere tid, end du kan få sygedagpenge.'],
    [
      'Job clarification programme',
      'Help to get ready for work again when you are ill for longer than sickness benefit can be paid.',
    ],
  ),
  emne(
    '15.17.30',
    'Helhedsorienteret plan - beskæftigelsesindsats mv.',
    ['Én samlet plan for din hjælp', 'Flere slags hjælp fra kommunen bliver samlet i én plan, som du er med til at lave.'],
    [
      'One joint plan for your help',
      'Several kinds of help from the municipality are brought together in one plan that you help to make.',
    ],
  ),
  emne(
    '15.18.05',
    'Virksomhedspraktik',
    ['Virksomhedspraktik', 'Du prøver et arbejde i en virksomhed i en kort periode.'],
    ['Work placement', 'You try out a job in a workplace for a short period.'],
  ),
  emne(
    '15.18.10',
    'Ansættelse med løntilskud',
    ['Job med løntilskud', 'Du får et job i en periode, og arbejdsgiveren får et tilskud til din løn.'],
    ['Job with wage subsidy', 'You get a job for a period, and the employer gets a subsidy towards your pay.'],
  ),
  emne(
    '15.18.15',
    'Nytteindsats',
    ['Nytteindsats', 'Du udfører opgaver for fællesskabet i en kort periode, mens du er ledig.'],
    ['Community service work', 'You do tasks for the community for a short period while you are out of work.'],
  ),
  emne(
    '15.18.20',
    'Vejledning og opkvalificering',
    ['Kurser og vejledning til job', 'Kurser og vejledning, som kan hjælpe dig i arbejde.'],
    ['Courses and guidance for work', 'Courses and guidance that can help you into work.'],
  ),
  emne(
    '15.20.01',
    'Min Plan - beskæftigelsesindsats',
    ['Din plan for at komme i job', 'Planen viser, hvad du og jobcentret har aftalt om vejen til arbejde eller uddannelse.'],
    ['Your plan for getting a job', 'The plan shows what you and the job centre have agreed about the way to work or education.'],
  ),
  emne(
    '15.20.20',
    'Kontaktforløb m.v.',
    ['Samtaler med jobcentret', 'Du og jobcentret holder samtaler om arbejde, uddannelse og den hjælp, du har brug for.'],
    ['Talks with the job centre', 'You and the job centre have talks about work, education and the help you need.'],
  ),
  emne(
    '15.20.24',
    'Fleksjob',
    ['Fleksjob', 'Et job med særlige hensyn til dig, som varigt kun kan arbejde lidt eller på særlige måder.'],
    ['Flexible job', 'A job adapted to you when you can permanently work only a little or in special ways.'],
  ),
  emne(
    '15.20.30',
    'Jobrettet uddannelse',
    ['Uddannelse, der fører til job', 'Et kursus eller en uddannelse, der er rettet mod job, hvor der mangler folk.'],
    ['Education that leads to a job', 'A course or education aimed at jobs where people are needed.'],
  ),
  emne(
    '15.20.34',
    'Hjælpemidler - tillægsydelser',
    [
      'Hjælpemidler i job eller tilbud',
      'Støtte til redskaber og hjælpemidler, som du har brug for i arbejde eller i et tilbud fra jobcentret.',
    ],
    ['Aids for work or training', 'Support for tools and aids that you need at work or in an offer from the job centre.'],
  ),
  emne(
    '15.20.36',
    'Mentorstøtte',
    ['Støtte fra en mentor', 'En mentor kan støtte dig, når du starter i job, uddannelse eller et tilbud.'],
    ['Support from a mentor', 'A mentor can support you when you start in a job, education or another offer.'],
  ),
  emne(
    '15.20.38',
    'Befordringsgodtgørelse - tillægsydelser',
    ['Tilskud til transport til tilbud', 'Penge til transport frem og tilbage til et tilbud fra jobcentret.'],
    ['Help with transport costs', 'Money for travel to and from an offer from the job centre.'],
  ),
  emne(
    '15.20.51',
    '225-timersregel',
    [
      'Den tidligere regel om 225 timers arbejde',
      'Reglen betød, at kontanthjælpen kunne blive sat ned, hvis man ikke havde arbejdet nok timer på et år.',
    ],
    [
      'The former rule on 225 hours of work',
      'The rule meant that cash benefit could be reduced for those who had not worked enough hours in a year.',
    ],
    { gyldigTil: 2026 },
  ),
  emne(
    '15.21.05',
    'Jobrotation',
    ['Jobrotation', 'En ledig afløser en ansat, mens den ansatte er på kursus eller uddannelse.'],
    ['Job rotation', 'A person out of work stands in for an employee who is on a course or in education.'],
    { gyldigTil: 2027 },
  ),
  emne(
    '15.22.06',
    'Personlig assistance til handicappede i erhverv',
    ['Personlig assistance på arbejdet', 'En hjælper på arbejdspladsen til dig, som har et handicap.'],
    ['Personal assistance at work', 'A helper at the workplace for you who have a disability.'],
  ),
  emne(
    '15.23.07',
    'Tilmelding og Jobnet',
    ['Tilmelding som jobsøgende', 'Din tilmelding som jobsøgende og dine oplysninger på Jobnet.'],
    ['Registration as a jobseeker', 'Your registration as a jobseeker and your details on Jobnet.'],
  ),
  emne(
    '15.28.00',
    'Seniorjob i almindelighed',
    ['Seniorjob', 'Et job i kommunen til dig, som er ledig og tæt på den alder, hvor man kan gå på efterløn.'],
    ['Senior job', 'A job in the municipality for you who are out of work and close to early retirement age.'],
  ),
  emne(
    '15.40.10',
    'Selvforsørgelses- og hjemrejseprogram og introduktionsprogram',
    ['Program for nye i Danmark', 'Dansk, arbejde og viden om samfundet for dig, som er kommet til Danmark.'],
    ['Programme for newcomers to Denmark', 'Danish, work and knowledge of society for you who have come to Denmark.'],
  ),
  emne(
    '15.40.22',
    'Integrationsgrunduddannelse (igu)',
    ['Uddannelse med løn for flygtninge', 'To år med lønnet praktik og undervisning for flygtninge og deres familier.'],
    ['Paid training for refugees', 'Two years of paid placement and teaching for refugees and their families.'],
  ),
  emne(
    '15.62.10',
    'Kontanthjælp [jobcenter-fagsystemsag]',
    ['Jobcentrets hjælp, når du får kontanthjælp', 'Jobcentrets samtaler og tilbud til dig, som får kontanthjælp.'],
    ['Job centre help while on cash benefit', 'The talks and offers of the job centre for you who receive cash benefit.'],
  ),
  emne(
    '15.62.15',
    'Uddannelseshjælp [jobcenter-fagsystemsag]',
    [
      'Jobcentrets hjælp til unge uden uddannelse',
      'Jobcentrets samtaler og tilbud til unge, som fik uddannelseshjælp indtil den 1. juli 2025.',
    ],
    [
      'Job centre help for young people',
      'The talks and offers of the job centre for young people on education benefit, which ended on 1 July 2025.',
    ],
    { ordningSlut: '2025-07-01' },
  ),
  emne(
    '15.62.45',
    'Unge under 18 [jobcenter-fagsystemsag]',
    ['Jobcentrets hjælp til unge under 18 år', 'Samtaler og tilbud til unge under 18 år, som ikke er i uddannelse eller job.'],
    ['Job centre help for those under 18', 'Talks and offers for young people under 18 who are not in education or a job.'],
  ),
]
