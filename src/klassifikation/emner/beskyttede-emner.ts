import { type BorgerEmne, emne } from './emne.ts'

/**
 * Emner outside hovedgruppe 34 that are closed to citizens until a municipality's jurist opens them one by one (see altid-lukket.ts).
 * They have words all the same, so that an opened number does not show a colleague's title.
 */
export const beskyttedeEmner: readonly BorgerEmne[] = [
  emne(
    '00.07.45',
    'Whistleblowerordning',
    ['Fortrolig henvendelse om fejl i kommunen', 'En ordning, hvor man trygt kan fortælle om alvorlige fejl i kommunen.'],
    ['Confidential report on wrongdoing', 'A scheme for safely telling about serious wrongdoing in the municipality.'],
  ),
  emne(
    '23.05.05',
    'Navne- og adressebeskyttelse',
    ['Beskyttelse af navn og adresse', 'Dit navn og din adresse kan skjules, så andre ikke kan få dem at vide.'],
    ['Protection of name and address', 'Your name and address can be hidden so that others cannot learn them.'],
  ),
  emne(
    '23.35.00',
    'Administrative forholdsregler i almindelighed',
    ['Særlige aftaler om kontakt med kommunen', 'Regler for, hvordan du og kommunen er i kontakt med hinanden.'],
    ['Special arrangements for contact', 'Rules for how you and the municipality are in contact with each other.'],
  ),
  emne(
    '23.35.10',
    'Adgangsbegrænsning',
    ['Aftaler om besøg hos kommunen', 'Regler for, hvornår og hvordan du kan møde op hos kommunen.'],
    ['Arrangements for visits', 'Rules for when and how you can come to the municipality in person.'],
  ),
  emne(
    '27.12.26',
    'Politi, socialforvaltning og psykiatri-samarbejde (PSP)',
    ['Samarbejde mellem politi, kommune og psykiatri', 'Myndigheder arbejder sammen om hjælp til mennesker, som har det svært.'],
    ['Cooperation of police, municipality and psychiatry', 'Authorities work together on help for people who are struggling.'],
  ),
  emne(
    '27.12.30',
    'Politi, socialforvaltning og psykiatri - henvendelser (PSP)',
    ['Henvendelse mellem politi, kommune og psykiatri', 'Myndigheder har kontaktet hinanden for at finde den rette hjælp.'],
    ['Contact between police, municipality and psychiatry', 'Authorities have contacted each other to find the right help.'],
  ),
  emne(
    '27.12.34',
    'Kriminalforsorg, socialforvaltning og politi-samarbejde (KSP)',
    ['Samarbejde om hjælp efter løsladelse', 'Myndigheder arbejder sammen om hjælp til en god start efter en dom.'],
    ['Cooperation on help after release', 'Authorities work together on help for a good start after a sentence.'],
  ),
  emne(
    '27.12.38',
    'Exit-programmer',
    ['Hjælp til at forlade et miljø', 'Støtte til at komme ud af et skadeligt miljø.'],
    ['Help to leave a group', 'Support for leaving a harmful environment.'],
  ),
  emne(
    '27.25.00',
    'SSP-indsats i almindelighed',
    ['Samarbejde om unges trivsel', 'Skole, kommune og politi arbejder sammen om børn og unges trivsel.'],
    [
      'Cooperation on the well-being of the young',
      'School, municipality and police work together on the well-being of children and young people.',
    ],
  ),
  emne(
    '27.25.08',
    'Kriminalpræventiv indsats, SSP',
    ['Forebyggelse blandt børn og unge', 'Skole, kommune og politi forebygger sammen, at unge kommer i problemer.'],
    ['Prevention among young people', 'School, municipality and police together prevent young people from getting into trouble.'],
  ),
  emne(
    '27.25.12',
    'Individuel kriminalpræventiv indsats, SSP',
    ['Støtte til en ung', 'Støtte til en ung, så den unge undgår at komme i problemer.'],
    ['Support for a young person', 'Support for a young person to stay out of trouble.'],
  ),
  emne(
    '27.29.00',
    'Bekæmpelse af ungdomskriminalitet i almindelighed',
    ['Indsats for unge', 'Indsatser, som skal hjælpe unge på rette vej.'],
    ['Efforts for young people', 'Efforts meant to help young people onto the right path.'],
  ),
  emne(
    '27.29.05',
    'Straksreaktioner',
    ['Hurtig reaktion efter en hændelse', 'En opgave eller aftale, som en ung hurtigt får efter en hændelse.'],
    ['Quick response after an incident', 'A task or agreement that a young person is soon given after an incident.'],
  ),
  emne(
    '27.29.10',
    'Forbedringsforløb',
    ['Forløb for en ung', 'Et længere forløb med støtte, som en ung skal følge.'],
    ['Programme for a young person', 'A longer programme of support that a young person has to follow.'],
  ),
  emne(
    '27.29.15',
    'Ophør eller ændring af foranstaltninger, ungdomskriminalitet',
    ['Ændring af en ungs forløb', 'Et forløb for en ung bliver ændret eller slutter.'],
    ["Change to a young person's programme", 'A programme for a young person is changed or ends.'],
  ),
  emne(
    '27.29.20',
    'Hjemgivelse, opretholdelse af anbringelse og ændring af anbringelsessted',
    ['Hvor en ung skal bo', 'Der bliver taget stilling til, hvor en ung skal bo.'],
    ['Where a young person is to live', 'It is decided where a young person is to live.'],
  ),
  emne(
    '27.29.25',
    'Forelæggelse af sager for ungdomskriminalitetsnævnet',
    ['Møde i nævnet for unge', 'Et nævn tager stilling til, hvad der kan hjælpe en ung.'],
    ['Meeting of the board for young people', 'A board decides what could help a young person.'],
  ),
  emne(
    '27.29.30',
    'Ungefaglig undersøgelse',
    ['Undersøgelse af, hvad en ung har brug for', 'Kommunen taler med den unge og familien om, hvad der kan hjælpe.'],
    [
      'Finding out what a young person needs',
      'The municipality talks with the young person and the family about what could help.',
    ],
  ),
  emne(
    '27.29.35',
    'Lommepengejob',
    ['Lommepengejob', 'Et lille job til en ung, som kan give gode vaner og lidt penge.'],
    ['Pocket money job', 'A small job for a young person that can give good habits and a little money.'],
  ),
  emne(
    '27.57.12',
    'Krisecentre',
    ['Ophold på krisecenter', 'Et trygt sted at bo for den, som har været udsat for vold eller trusler.'],
    ['Stay at a crisis centre', 'A safe place to live for someone who has been exposed to violence or threats.'],
  ),
  emne(
    '27.66.00',
    'Magtanvendelse m.v. i almindelighed',
    ['Indgreb i selvbestemmelsen', 'Regler for, hvornår personale må gribe ind mod en persons vilje.'],
    ['Limits to self-determination', "Rules for when staff may act against a person's will."],
  ),
  emne(
    '27.66.04',
    'Magtanvendelse, børn og unge',
    [
      'Indgreb over for et barn eller en ung',
      'Personale har grebet ind over for et barn eller en ung, eller der er givet lov til det.',
    ],
    ['Intervention with a child', 'Staff have intervened with a child or young person, or permission has been given for it.'],
  ),
  emne(
    '27.66.05',
    'Personlige alarm- eller pejlesystemer, børn og unge',
    ['Alarm eller sporing til et barn', 'Teknik, som kan advare eller vise, hvor et barn eller en ung er.'],
    ['Alarm or tracking for a child', 'Technology that can warn or show where a child or young person is.'],
  ),
  emne(
    '27.66.08',
    'Magtanvendelse, voksne',
    ['Indgreb over for en voksen', 'Personale har grebet ind over for en voksen, eller der er givet lov til det.'],
    ['Intervention with an adult', 'Staff have intervened with an adult, or permission has been given for it.'],
  ),
  emne(
    '27.66.12',
    'Tryghedsskabende velfærdsteknologi',
    ['Teknik, der skaber tryghed', 'Teknik som alarm eller sporing, der kan gøre hverdagen mere tryg.'],
    ['Technology for safety', 'Technology such as an alarm or tracking that can make daily life safer.'],
  ),
  emne(
    '27.69.60',
    'Godkendelse som adoptant',
    ['Godkendelse til at adoptere', 'Oplysninger til myndighederne om at blive godkendt til at adoptere et barn.'],
    ['Approval to adopt', 'Information for the authorities about being approved to adopt a child.'],
  ),
  emne(
    '27.69.62',
    'Forældreegnethed ifm. fertilitetsbehandling',
    [
      'Oplysninger i forbindelse med fertilitetsbehandling',
      'Oplysninger til myndighederne, før en fertilitetsbehandling kan begynde.',
    ],
    ['Information for fertility treatment', 'Information for the authorities before a fertility treatment can begin.'],
  ),
  emne(
    '27.69.64',
    'Anonyme henvendelser til socialtilsynet',
    ['Henvendelse om et socialt tilbud', 'Nogen har fortalt tilsynet om forhold på et socialt tilbud.'],
    ['Message about a social care provider', 'Someone has told the inspectorate about conditions at a social care provider.'],
  ),
  emne(
    '32.45.04',
    'Kontrol med sociale ydelser',
    ['Gennemgang af udbetalt hjælp', 'Kommunen gennemgår, om udbetalt hjælp er rigtig.'],
    ['Review of support paid', 'The municipality reviews whether support paid is correct.'],
  ),
  emne(
    '32.45.30',
    'Underretning efter hvidvasklovens § 26',
    ['Oplysninger mellem myndigheder', 'Myndigheder deler oplysninger, som loven kræver.'],
    ['Information between authorities', 'Authorities share information that the law requires.'],
  ),
]
