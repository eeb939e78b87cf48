import { type BorgerEmne, emne } from './emne.ts'

/** Help and support under barnets lov (hovedgruppe 34): always closed until a municipality's jurist opens a number, so the words are the gentlest. */
export const boernStoette: readonly BorgerEmne[] = [
  emne(
    '34.00.00',
    'Hjælp og støtte til børn og unge i almindelighed',
    ['Hjælp og støtte til børn og unge', 'Kommunens hjælp til børn, unge og deres familier.'],
    ['Help and support for children', 'The help of the municipality for children, young people and their families.'],
  ),
  emne(
    '34.10.10',
    'Screening, afdækning og børnefaglig undersøgelse',
    [
      'Undersøgelse af, hvad et barn har brug for',
      'Kommunen taler med barnet og familien for at finde ud af, hvilken hjælp der kan gavne barnet.',
    ],
    [
      'Finding out what a child needs',
      'The municipality talks with the child and the family to find out which help would be good for the child.',
    ],
  ),
  emne(
    '34.10.30',
    'Underretninger',
    [
      'Bekymring for et barn eller en ung',
      'Nogen har skrevet eller ringet til kommunen, fordi de tænker, at et barn eller en ung kan have brug for hjælp.',
    ],
    [
      'Concern for a child or young person',
      'Someone has told the municipality that they think a child or young person may need help.',
    ],
  ),
  emne(
    '34.15.05',
    'Tidligt forebyggende indsatser',
    ['Tidlig hjælp til børn og familier', 'Rådgivning og hjælp tidligt, før problemer vokser sig store.'],
    ['Early help for children and families', 'Advice and help at an early point, before problems grow.'],
  ),
  emne(
    '34.15.25',
    'Støttende indsatser',
    ['Støtte til barnet og familien', 'Støtte i hverdagen til et barn, en ung eller hele familien.'],
    ['Support for the child and the family', 'Everyday support for a child, a young person or the whole family.'],
  ),
  emne(
    '34.15.45',
    'Forældrepålæg',
    ['Krav til forældre om at støtte barnet', 'Kommunen kan bede forældre om at gøre bestemte ting for barnets trivsel.'],
    ['Requirements for parents', "The municipality can ask parents to do certain things for the child's well-being."],
  ),
  emne(
    '34.15.49',
    'Børne- og ungepålæg',
    ['Krav til et barn eller en ung', 'Kommunen kan bede et barn eller en ung om at gøre bestemte ting for at få det bedre.'],
    [
      'Requirements for a child or young person',
      'The municipality can ask a child or young person to do certain things so that life gets better.',
    ],
  ),
  emne(
    '34.20.10',
    'Privat familiepleje, plejetilladelse',
    ['Tilladelse til at have et barn i pleje', 'Tilladelse til, at et barn bor hos en familie, som forældrene selv har fundet.'],
    [
      'Permission for private foster care',
      'Permission for a child to live with a family that the parents have found themselves.',
    ],
  ),
  emne(
    '34.25.00',
    'Anbringelse i almindelighed',
    ['Et barn bor uden for hjemmet', 'Et barn eller en ung bor i en periode et andet sted end hos forældrene.'],
    ['A child living away from home', 'A child or young person lives somewhere other than with the parents for a period.'],
  ),
  emne(
    '34.30.15',
    'Plejefamilier, godkendelse mv.',
    ['Godkendelse som plejefamilie', 'En familie bliver godkendt til at have børn i pleje.'],
    ['Approval as a foster family', 'A family is approved to have children in foster care.'],
  ),
  emne(
    '34.30.20',
    'Netværksplejefamilier, godkendelse mv.',
    ['Plejefamilie, som barnet kender', 'En familie, som barnet kender i forvejen, bliver godkendt til at have barnet boende.'],
    ['Foster family the child knows', 'A family that the child already knows is approved to have the child living with them.'],
  ),
  emne(
    '34.40.10',
    'Støtteperson til barnets forældre',
    ['Støtteperson til forældre', 'En støtteperson til forældre, hvis barn bor uden for hjemmet.'],
    ['Support person for parents', 'A support person for parents whose child lives away from home.'],
  ),
  emne(
    '34.40.15',
    'Forældrehandleplan',
    ['Plan for støtte til forældre', 'En plan for, hvordan forældrene får støtte, mens barnet bor uden for hjemmet.'],
    ['Plan for support for parents', 'A plan for how the parents are supported while the child lives away from home.'],
  ),
  emne(
    '34.45.10',
    'Særlige dag- og klubtilbud',
    ['Særligt dagtilbud eller klub', 'Et dagtilbud eller en klub for børn og unge, som har et handicap.'],
    ['Special day care or club', 'Day care or a club for children and young people who have a disability.'],
  ),
  emne(
    '34.45.20',
    'Hjemmetræning',
    ['Træning af et barn hjemme', 'Forældre træner selv deres barn hjemme med støtte fra kommunen.'],
    ['Training a child at home', 'Parents train their child at home with support from the municipality.'],
  ),
  emne(
    '34.45.30',
    'Merudgiftsydelse og kompensationsydelse til børn og unge',
    [
      'Penge til ekstra udgifter for et barn',
      'Penge til udgifter, som familien har, fordi et barn har et handicap eller en langvarig sygdom.',
    ],
    [
      'Money for extra costs for a child',
      'Money for costs the family has because a child has a disability or a long-term illness.',
    ],
  ),
  emne(
    '34.45.35',
    'Hjælp til dækning af tabt arbejdsfortjeneste',
    [
      'Dækning af tabt løn',
      'Penge til en forælder, som arbejder mindre for at passe et barn med handicap eller langvarig sygdom.',
    ],
    [
      'Cover for lost earnings',
      'Money for a parent who works less to care for a child with a disability or a long-term illness.',
    ],
  ),
  emne(
    '34.45.40',
    'Ledsagelse til børn og unge',
    ['Ledsager til børn og unge', 'En ledsager, som hjælper et barn eller en ung med at komme ud og være med.'],
    ['Companion for children', 'A companion who helps a child or young person to get out and take part.'],
  ),
  emne(
    '34.45.45',
    'Praktisk, pædagogisk eller anden støtte i hjemmet, børn og unge',
    ['Støtte i hjemmet til et barn', 'Hjælp hjemme i familien, når et barn har et handicap.'],
    ['Support at home for a child', 'Help at home in the family when a child has a disability.'],
  ),
  emne(
    '34.45.50',
    'Aflastningsordninger, børn og unge',
    ['Aflastning til familien', 'Et barn er et andet sted nogle dage, så familien kan få et pusterum.'],
    ['Respite for the family', 'A child stays elsewhere for some days so that the family can rest.'],
  ),
  emne(
    '34.50.20',
    'Ungestøtte til unge fra 18 til 22 år',
    ['Støtte til unge på vej til voksenlivet', 'Støtte til unge på 18 til 22 år, som har fået hjælp som børn.'],
    ['Support on the way to adult life', 'Support for young people aged 18 to 22 who had help as children.'],
  ),
]
