/** Words that a citizen should not meet in a title as they stand. Each line: the words, and what is proposed instead (nothing: leave it out). */

/** Sicknesses and diagnoses, by the beginning of the word. What somebody suffers from is seldom what a case is about. */
export const DIAGNOSER = `
  depression depressiv skizofreni skizoid skizotyp psykose psykotisk bipolar mani angstlidelse angst ptsd posttraumatisk adhd add autisme autist
  asperger borderline personlighedsforstyrre spiseforstyrre anoreksi bulimi ocd tvangstanke demens alzheimer parkinson sklerose epilepsi diabetes
  cancer kræft leukæmi hiv aids hepatitis kol apopleksi hjerneskade hjerneblødning blodprop afasi fibromyalgi whiplash slidgigt leddegigt discusprolaps
  diskusprolaps stressramt udbrændt alkoholis alkoholmisbrug alkoholafhængig stofmisbrug misbruger narkoman hashmisbrug opioid selvmord suicid
  selvskade retardering udviklingshæmm evnesvag psykopat hypokonder sociopat graviditet abort inkontinens impotens kønssygdom`

/** Judgements that say more about the one who writes. */
export const HAARDE_VURDERINGER = `
  kværulant kværulerende kværulere besværlig vanskelig umulig hysterisk doven uduelig dum uintelligent ubegavet løgner løgnagtig lyver utroværdig manipulerende
  manipulator aggressiv truende ubehagelig urimelig krævende brokkehoved brokker psykopatisk sindssyg gal tosset skør mærkelig sær underlig
  opmærksomhedssøgende usamarbejdsvillig samarbejdsvanskelig forsømt vanrøgtet uegnet egoistisk snyder snyd bedrager fuld beruset stinker ulækker klam
  asocial udskud belastet tung ressourcesvag håbløs`

/** What only those know who work there, and what it says. The first word is the abbreviation. */
export const FORKORTELSER = `
  kth=kontanthjælp|ktp=kontaktperson|rsi=refusion|sdp=sygedagpenge|fp=førtidspension|føp=førtidspension|res=ressourceforløb|jaf=jobafklaringsforløb|
  vuf=voksenudredning|ics=børnefaglig undersøgelse|§50=børnefaglig undersøgelse|bfu=børnefaglig undersøgelse|ppv=pædagogisk-psykologisk vurdering|
  ppr=pædagogisk-psykologisk rådgivning|tkp=tilkendelse|tfp=tabt arbejdsfortjeneste|taf=tabt arbejdsfortjeneste|mud=merudgifter|bpa=borgerstyret personlig assistance|
  stu=særligt tilrettelagt ungdomsuddannelse|hjm=hjælpemiddel|hjm.=hjælpemiddel|ph=partshøring|agt=afgørelse|afg=afgørelse|ans=ansøgning|ansøgn=ansøgning|
  udr=udredning|opf=opfølgning|opflg=opfølgning|sagsbeh=sagsbehandler|sb=sagsbehandler|ssb=sagsbehandler|mdl=medlem|vb=vores borger|rv=revurdering|
  reval=revalidering|ak=ankestyrelsen|ast=ankestyrelsen|udk=udbetaling danmark|aes=arbejdsmarkedets erhvervssikring|lk=lægekonsulent|lab=beskæftigelsesindsats|
  lab-samtale=samtale om job|jk=jobkonsulent|vk=virksomhedskonsulent|vtp=virksomhedspraktik|vpr=virksomhedspraktik|nup=nytteindsats|ufo=underretning|undr=underretning|
  underr=underretning|ppt=papir|bb=børnebidrag|bts=boligstøtte|bos=boligstøtte|boligst=boligstøtte|indb=indbetaling|udb=udbetaling|adr=adresse|flyt=flytning|
  htk=henvendelse|tlfsamt=telefonsamtale|tlfnot=telefonsamtale|msg=besked|attn=til|vedl=vedlagt|jf=ifølge|ifm=i forbindelse med|ifb=i forbindelse med|
  mhp=med henblik på|pba=på baggrund af|ift=i forhold til|iht=i henhold til|fsva=for så vidt angår|vdr=om|vedr=om`

/** Of these, what stands in ordinary letters too: informs, and no more. */
export const ALMINDELIGE = 'vedr vdr jf ift ifm ifb mhp pba iht fsva adr stu bpa ppr'

/** Titles that say nothing. */
export const TOMME_ORD = `
  diverse div notat notater dokument dokumenter brev breve mail mails e-mail bilag fil filer scan scanning scannet kopi udskrift note noter journalnotat
  andet andre øvrigt øvrige blandet generelt sag sager sagen test ny nyt ukendt ingen titel uden unavngivet oplysninger orientering svar henvendelse besked
  opfølgning opgave referat skema papirer materiale vedhæftet vedhæftning vedhæftninger attachment untitled document image billede billeder foto`
/** Leave a title as empty as it was. */
export const TOMME_TILLAEG = 'nr til fra af om og i på den det en et vedr dato version ny nyt'
