import { type BorgerEmne, emne } from './emne.ts'

/** School and education: folkeskole, youth school, guidance, adult education. */
export const skoleOgUddannelse: readonly BorgerEmne[] = [
  emne(
    '17.03.04',
    'Pædagogisk-psykologisk vurdering (PPV)',
    [
      'Vurdering af et barns behov i skolen',
      'En psykolog eller anden fagperson vurderer, hvilken hjælp et barn har brug for i skole eller dagtilbud.',
    ],
    [
      "Assessment of a child's needs at school",
      'A psychologist or other expert assesses which help a child needs at school or in day care.',
    ],
  ),
  emne(
    '17.03.07',
    'Tilbud om ordblindetest',
    ['Test for ordblindhed', 'En elev kan blive testet for ordblindhed.'],
    ['Dyslexia test', 'A pupil can be tested for dyslexia.'],
  ),
  emne(
    '17.03.08',
    'Specialundervisning og anden specialpædagogisk bistand',
    ['Specialundervisning', 'Undervisning med ekstra støtte til en elev, som har brug for det.'],
    ['Special needs education', 'Teaching with extra support for a pupil who needs it.'],
  ),
  emne(
    '17.03.10',
    'Specialpædagogisk bistand til førskolebørn',
    ['Særlig støtte før skolestart', 'Støtte fra fagfolk til et barn, som ikke er begyndt i skole endnu.'],
    ['Special support before school', 'Support from experts for a child who has not started school yet.'],
  ),
  emne(
    '17.03.22',
    'Specialklasser',
    ['Plads i specialklasse', 'Undervisning i en lille klasse for elever, som har brug for særlig støtte.'],
    ['Place in a special class', 'Teaching in a small class for pupils who need special support.'],
  ),
  emne(
    '17.13.10',
    'Optagelse i skolefritidsordning (SFO)',
    ['Plads i skolefritidsordning', 'Indmeldelse i eller udmeldelse af skolens fritidsordning.'],
    ['Place in after-school care', "Joining or leaving the school's after-school care."],
  ),
  emne(
    '17.15.03',
    'Supplerende undervisning i dansk som andetsprog, tosprogede elever',
    ['Ekstra undervisning i dansk', 'Ekstra undervisning i dansk til elever, som taler et andet sprog hjemme.'],
    ['Extra teaching in Danish', 'Extra teaching in Danish for pupils who speak another language at home.'],
  ),
  emne(
    '17.20.01',
    'Skoleindskrivning og elevoplysninger',
    ['Indskrivning i skole', 'Et barn bliver skrevet ind i skole.'],
    ['School enrolment', 'A child is enrolled in school.'],
  ),
  emne(
    '17.20.03',
    'Fravær fra undervisningen og fritagelse fra fag',
    ['Fravær og fritagelse i skolen', 'En elevs fravær fra skolen eller fritagelse fra et fag.'],
    ['Absence and exemption at school', "A pupil's absence from school or exemption from a subject."],
  ),
  emne(
    '17.20.04',
    'Udsættelse af undervisningspligt',
    ['Senere skolestart', 'Et barn kan begynde et år senere i skole, når det er bedst for barnet.'],
    ['Later school start', 'A child can start school a year later when that is best for the child.'],
  ),
  emne(
    '17.20.07',
    'Skoleskift og skoleflytning',
    ['Skift af skole', 'En elev skifter fra én skole til en anden.'],
    ['Change of school', 'A pupil changes from one school to another.'],
  ),
  emne(
    '17.20.16',
    'Skolegang uden for kommunegrænsen (til/fra)',
    ['Skole i en anden kommune', 'En elev går i skole i en anden kommune end der, hvor eleven bor.'],
    ['School in another municipality', 'A pupil goes to school in a municipality other than where the pupil lives.'],
  ),
  emne(
    '17.20.17',
    'Skolegang uden for eget skoledistrikt',
    ['Skole uden for eget distrikt', 'En elev går på en anden skole end den, der hører til adressen.'],
    ['School outside your own district', 'A pupil goes to a school other than the one for the home address.'],
  ),
  emne(
    '17.20.18',
    'Sygeundervisning af elever i folkeskolen',
    ['Undervisning under sygdom', 'Undervisning til en elev, som er syg i længere tid.'],
    ['Teaching during illness', 'Teaching for a pupil who is ill for a long time.'],
  ),
  emne(
    '17.20.19',
    'Undervisning i hjemmet mv.',
    ['Hjemmeundervisning', 'Forældre underviser selv deres barn, og kommunen fører tilsyn.'],
    ['Home schooling', 'Parents teach their child themselves, and the municipality checks on it.'],
  ),
  emne(
    '17.21.01',
    'Befordring af folkeskoleelever',
    ['Transport til skole', 'Bus eller anden transport til elever, som har langt til skole.'],
    ['Transport to school', 'Bus or other transport for pupils who live far from school.'],
  ),
  emne(
    '17.21.03',
    'Særlig befordring af elever (fx sygebefordring)',
    ['Transport til skole ved sygdom eller handicap', 'Kørsel til skole for en elev, som er syg, skadet eller har et handicap.'],
    ['Transport to school for illness or disability', 'Transport to school for a pupil who is ill, injured or has a disability.'],
  ),
  emne(
    '17.27.15',
    'Pligt til uddannelse, beskæftigelse eller anden aktivitet',
    ['Unges plan efter skolen', 'Unge under 18 år skal være i gang med uddannelse, arbejde eller noget andet aftalt.'],
    ['Plan for young people after school', 'Young people under 18 must be in education, work or another agreed activity.'],
  ),
  emne(
    '17.27.21',
    'Vejledning om valg af ungdomsuddannelse og erhverv',
    ['Vejledning om uddannelse og job', 'En vejleder hjælper unge med at vælge uddannelse eller arbejde.'],
    ['Guidance on education and jobs', 'A counsellor helps young people choose education or work.'],
  ),
  emne(
    '17.27.30',
    'Kontaktperson, kommunal ungeindsats',
    ['Kontaktperson til unge', 'Én fast person i kommunen, som en ung kan holde sig til på vej mod uddannelse eller arbejde.'],
    [
      'Contact person for young people',
      'One person in the municipality whom a young person can turn to on the way to education or work.',
    ],
  ),
  emne(
    '17.35.08',
    'Forældrebetaling til skolefritidsordning',
    ['Betaling for skolefritidsordning', 'Det, forældre betaler for en plads i skolens fritidsordning.'],
    ['Payment for after-school care', "What parents pay for a place in the school's after-school care."],
  ),
  emne(
    '18.01.11',
    'Optagelse og alderskriterier, ungdomsskoler',
    ['Tilmelding til ungdomsskole', 'Optagelse på hold i ungdomsskolen.'],
    ['Joining the youth school', 'Admission to classes in the youth school.'],
  ),
  emne(
    '18.10.02',
    'Heltidsundervisning',
    ['Heltidsundervisning i ungdomsskolen', 'Undervisning på fuld tid i ungdomsskolen i stedet for i folkeskolen.'],
    ['Full-time teaching in the youth school', 'Full-time teaching in the youth school instead of the ordinary school.'],
  ),
  emne(
    '54.06.04',
    'Tilbud om specialundervisning, optagelse og henvisning',
    [
      'Specialundervisning for voksne',
      'Undervisning til voksne, som har brug for at lære at leve med et handicap eller en skade.',
    ],
    ['Special education for adults', 'Teaching for adults who need to learn to live with a disability or an injury.'],
  ),
  emne(
    '54.15.12',
    'Kursusdeltagere, danskuddannelse',
    ['Danskuddannelse for voksne', 'Undervisning i dansk for voksne, som er kommet til Danmark.'],
    ['Danish lessons for adults', 'Danish lessons for adults who have come to Denmark.'],
  ),
  emne(
    '54.18.05',
    'Indstilling og optagelse, STU',
    [
      'Særligt tilrettelagt ungdomsuddannelse',
      'En uddannelse for unge med handicap eller særlige behov, som ikke kan tage en anden uddannelse.',
    ],
    [
      'Specially planned youth education',
      'Education for young people with a disability or special needs who cannot take another education.',
    ],
  ),
  emne(
    '54.18.08',
    'Afklaringsforløb og forløbsplan',
    [
      'Plan for særlig ungdomsuddannelse',
      'Kommunen og den unge finder ud af, hvad den særligt tilrettelagte uddannelse skal indeholde.',
    ],
    [
      'Plan for special youth education',
      'The municipality and the young person find out what the specially planned education should contain.',
    ],
  ),
  emne(
    '54.18.16',
    'Befordring - ungdomsuddannelse',
    ['Transport til særlig ungdomsuddannelse', 'Transport til og fra den særligt tilrettelagte ungdomsuddannelse.'],
    ['Transport to special youth education', 'Transport to and from the specially planned youth education.'],
  ),
  emne(
    '54.42.04',
    'Optagelse, uddannelsesstart og uddannelsestid, FGU',
    ['Forberedende grunduddannelse', 'En uddannelse for unge, som skal gøres klar til anden uddannelse eller arbejde.'],
    ['Preparatory basic education', 'Education for young people who need to get ready for other education or work.'],
  ),
]
