import { type BorgerEmne, emne } from './emne.ts'

/** Health: nursing at home, training, dental care, health cards, treatment. */
export const sundhed: readonly BorgerEmne[] = [
  emne(
    '29.03.04',
    'Udstedelse af sundhedskort',
    ['Sundhedskort', 'Det gule kort, som du viser hos lægen og på sygehuset.'],
    ['Health card', 'The yellow card that you show at the doctor and the hospital.'],
  ),
  emne(
    '29.03.06',
    'Udstedelse af EU-sygesikringskort',
    ['Det blå sygesikringskort', 'Kortet giver ret til lægehjælp på rejser i mange lande i Europa.'],
    ['The blue health insurance card', 'The card gives a right to medical help when travelling in many countries in Europe.'],
    { udbetalingDanmark: true },
  ),
  emne(
    '29.03.08',
    'Udstedelse af særligt sundhedskort',
    ['Særligt sundhedskort', 'Et kort til dig, som bor i udlandet, men har ret til behandling i Danmark.'],
    ['Special health card', 'A card for you who live abroad but have a right to treatment in Denmark.'],
    { udbetalingDanmark: true },
  ),
  emne(
    '29.03.12',
    'Valg af læge og indplacering i sikringsgruppe',
    ['Valg af læge', 'Du vælger eller skifter din egen læge.'],
    ['Choice of doctor', 'You choose or change your own doctor.'],
  ),
  emne(
    '29.09.04',
    'Borgerrettet forebyggelse',
    ['Hjælp til sundere vaner', 'Tilbud om for eksempel at holde op med at ryge, spise bedre eller bevæge sig mere.'],
    ['Help with healthier habits', 'Offers such as help to stop smoking, eat better or move more.'],
  ),
  emne(
    '29.09.08',
    'Patientrettet forebyggelse',
    ['Forløb for dig med langvarig sygdom', 'Hold, samtaler og træning til dig, som lever med en langvarig sygdom.'],
    ['Course for people with a long-term illness', 'Groups, talks and training for you who live with a long-term illness.'],
  ),
  emne(
    '29.15.12',
    'Omsorgstandpleje',
    [
      'Tandpleje, når du ikke kan komme til tandlægen',
      'Tandpleje til dig, som på grund af helbred eller handicap ikke kan bruge en almindelig tandlæge.',
    ],
    [
      'Dental care when you cannot get to a dentist',
      'Dental care for you who cannot use an ordinary dentist because of your health or a disability.',
    ],
  ),
  emne(
    '29.15.16',
    'Specialtandpleje',
    ['Særlig tandpleje ved handicap eller sindslidelse', 'Tandpleje med særlig tid og viden til dig, som har brug for det.'],
    ['Special dental care', 'Dental care with special time and knowledge for you who need it.'],
  ),
  emne(
    '29.15.18',
    'Socialtandpleje',
    ['Gratis tandpleje til socialt udsatte', 'Gratis behandling af smerter og tænder for dig, som lever under svære vilkår.'],
    ['Free dental care for people in hardship', 'Free treatment of pain and teeth for you who live in difficult conditions.'],
  ),
  emne(
    '29.15.20',
    'Økonomisk støtte til tandproteser ved ulykkesbetingede tandskader',
    ['Støtte til tænder efter en ulykke', 'Penge til en tandprotese, når du har skadet tænderne ved en ulykke.'],
    ['Support for teeth after an accident', 'Money for dentures when you have damaged your teeth in an accident.'],
  ),
  emne(
    '29.18.00',
    'Kommunal sygepleje i almindelighed',
    ['Hjemmesygepleje', 'En sygeplejerske hjælper dig hjemme eller i en klinik, for eksempel med medicin eller sår.'],
    ['Home nursing', 'A nurse helps you at home or in a clinic, for example with medicine or wounds.'],
  ),
  emne(
    '29.21.04',
    'Genoptræning efter sundhedsloven',
    ['Genoptræning efter sygehus', 'Træning, efter at du har været på sygehus, så du kan få dine kræfter igen.'],
    ['Training after hospital', 'Training after you have been in hospital so that you can regain your strength.'],
  ),
  emne(
    '29.21.08',
    'Fysioterapi m.v., vederlagsfri behandling',
    ['Gratis fysioterapi', 'Gratis fysioterapi til dig, som har et svært fysisk handicap eller en sygdom, der bliver værre.'],
    ['Free physiotherapy', 'Free physiotherapy for you who have a severe physical disability or an illness that gets worse.'],
  ),
  emne(
    '29.24.04',
    'Alkoholbehandlingstilbud',
    ['Behandling for alkohol', 'Samtaler og behandling til dig, som vil drikke mindre eller holde op.'],
    ['Treatment for alcohol', 'Talks and treatment for you who want to drink less or stop.'],
  ),
  emne(
    '29.24.08',
    'Lægelige behandlingstilbud for stofmisbrugere',
    ['Lægebehandling ved brug af stoffer', 'Behandling hos en læge til dig, som bruger stoffer.'],
    ['Medical treatment for drug use', 'Treatment by a doctor for you who use drugs.'],
  ),
  emne(
    '29.24.16',
    'Lettilgængeligt behandlingstilbud til børn og unge',
    [
      'Hjælp til børn og unge, der har det svært',
      'Samtaler og behandling uden lang ventetid til børn og unge, som er kede af det eller bange.',
    ],
    [
      'Help for children who are struggling',
      'Talks and treatment without a long wait for children and young people who are sad or afraid.',
    ],
  ),
  emne(
    '29.27.00',
    'Befordring og befordringsgodtgørelse efter sundhedsloven i almindelighed',
    ['Transport til læge og behandling', 'Kørsel eller penge til transport, når du skal til læge eller behandling.'],
    ['Transport to doctor and treatment', 'Transport, or money for it, when you have to see a doctor or get treatment.'],
  ),
  emne(
    '29.70.20',
    'Telemedicin',
    ['Behandling hjemme over nettet', 'Du måler selv hjemme, og sundhedspersonale følger med på afstand.'],
    ['Treatment at home over the internet', 'You take measurements at home, and health staff follow along from a distance.'],
  ),
]
