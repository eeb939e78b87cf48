/** Words that say whether a name beside them is a person's, a place's or a firm's; as people write them, folded when they are read in. */

/** Before a person, whoever it is: what follows with a capital is a name. */
export const TILTALEORD = `fru fr frk frøken hr herr herre herren doktor dr prof professor mr mrs ms miss familien fam ægteparret parret søskendeparret familie plejefamilien plejefamilie søskendeflokken`

/** What somebody is to somebody, or at work: what follows with a capital is most likely a name. */
export const PERSONORD = `
  mor moder moren moderen far fader faren faderen forælder forældre forældrene søn sønnen sønnerne datter datteren døtre døtrene barn barnet børn
  børnene søster søsteren bror broder broderen søskende kusine fætter tante moster faster onkel farbror morbror farmor mormor farfar morfar
  bedstemor bedstefar bedsteforældre barnebarn stedfar stedmor papfar papmor bonusfar bonusmor stedsøn steddatter halvbror halvsøster tvilling
  tvillingerne ægtefælle ægtefællen hustru hustruen kone konen mand manden ekskone eksmand eksmanden ekskonen eks samlever samleveren kæreste kæresten partner
  partneren enke enken enkemand svigermor svigerfar svigersøn svigerdatter svoger svigerinde niece nevø nabo naboen genbo genboen overbo underbo
  ven vennen veninde veninden plejemor plejefar plejebarn plejebarnet plejesøn plejedatter plejefamilie pårørende værge værgen bisidder bisidderen
  kontaktperson kontaktpersonen partsrepræsentant fuldmagtshaver udlejer lejer ejer ansøger medansøger klager anmelder underretter vidne
  afdøde patient patienten elev eleven beboer beboeren borger borgeren brugeren kunden klienten medarbejder medarbejderen kollega kollegaen chef chefen leder lederen
  sagsbehandler sagsbehandleren socialrådgiver socialrådgiveren jobkonsulent jobkonsulenten rådgiver rådgiveren konsulent konsulenten læge lægen
  psykolog psykologen psykiater psykiateren sygeplejerske sygeplejersken lærer læreren pædagog pædagogen advokat advokaten støttekontaktperson mentor
  mentoren sundhedsplejerske visitator visitatoren koordinator teamleder afdelingsleder skoleleder tolk tolken overlæge tandlæge fysioterapeut
  hjemmevejleder familiebehandler familiekonsulent ekskæreste ekskæresten storebror storebroren lillebror lillebroren storesøster storesøsteren lillesøster
  lillesøsteren stedbror stedsøster halvbroren halvsøsteren plejesøster plejebror oldemor oldefar mormoren farmoren svigerdatteren tvillingebror
  trillinger biologisk eksfru kontaktlærer kontaktpædagog støttepædagog støtteperson aflaster aflastningsfamilie dagplejer plejeforældre logerende
  ansøgeren medansøgeren lejeren ejeren udlejeren anmelderen underretteren skyldner debitor rekvirent bygherre sagspart part parten vedkommende
  arbejdsgiver sygemeldte ledige den afdøde afdødes arving arvinger bobestyrer kurator borgmester formand kasserer forstander inspektør rektor
  viceskoleleder viceinspektør børnehaveleder stedfortræder souschef praktiserende vikar assistent sosu hjemmehjælper terapeut ergoterapeut
  logopæd talepædagog audiologopæd diætist jordemoder akutsygeplejerske tandplejer speciallæge vagtlæge politiassistent betjent dommer kontaktlæreren`

/** Between what is done and the person it is done with. */
export const FORHOLDSORD = `
  med m fra til hos af om for vedr vedrørende vdr ang angående over mod imod att ved v omkring via mellem kontra co att cc ift overfor`
/** Of these, what a place may follow as well. */
export const STEDORD = `i på ved nær langs omkring under bag ud ind øst vest nord syd mellem gennem rundt oppe nede`
/** A place may follow `fra` and `til` where the text is about these. */
export const REJSEORD = `
  flytning tilflytning fraflytning tilflytter flytter flyttede flyttet transport kørsel kørt rejse rejser bus bussen tog toget tur udflugt vejen cykelsti
  sti stien motorvej lokalplan kommuneplan områdefornyelse byfornyelse udstykning byggemodning byggesag byggeri renovering spildevand kloak kloakseparering
  matrikel matriklen areal arealer grund grunde jordforurening oversvømmelse vandløb trafik trafiksikkerhed parkering fjernvarme vindmølle vindmøller naturgenopretning
  fredning bro broen landsby byen bydel beplantning vejarbejde asfalt renovation snerydning rute ruten strækning strækningen befordring færge færgen kloakering ledning ledningen udvisning hjemrejse tilbage afgang`

/** After a name at the beginning: only people do these. */
export const PERSONVERBER = `
  søger ansøger ansøgte ønsker ønskede klager klagede ringer ringede oplyser oplyste fortæller fortalte bor boede flyttede møder mødte kontakter kontaktede
  henvender henvendte anmoder anmodede beder bad siger sagde skriver skrev spørger spurgte mener takker takkede udtaler accepterer afslår bekræfter
  bekræftede afbestiller udebliver udeblev oplever føler trives modtog vil underretter samtykker indgiver afviser hører deltager deltog arbejder fik starter startede begynder begyndte`

/** After "er", "har" or "skal" these tell what happened to a person: "Bo er flyttet". */
export const PERSONHAENDELSER = `
  klaget flyttet søgt ansøgt henvendt ringet oplyst fortalt sygemeldt udeblevet indlagt udskrevet anbragt opsagt skilt gift separeret afgået fravær orlov
  angst starte begynde flytte søge møde ringe klage udskrives indlægges anbringes startet begyndt mødt afleveret hentet ked bange glad syg diabetes brug
  behov ret svært været fået`
/** Stand between a name and what happened. */
export const HJAELPEVERBER = `er var har havde skal skulle vil ville kan kunne bliver blev får`

/** What belongs to a person: "Stens ansøgning". */
export const EJEORD = `
  ansøgning ansøgninger brev breve klage klager mor far forældre adresse bopæl sygdom skilsmisse barn børn søn datter samtale plan handleplan økonomi
  pension afslag partshøring høringssvar svar udtalelse ønske ønsker situation helbred journal sag sager læge advokat arbejdsgiver ægtefælle kone mand
  samlever kæreste søster bror søskende behandling kontakt oplysninger mail mails henvendelse underretning lejlighed børnehave skolegang
  skolestart diagnose medicin misbrug gæld job løn familie familieforhold værge mentor støtte statusmøde møde papirer plejefamilie plejeforældre aflastning trivsel udvikling sprog adfærd hverdag hund bil hus have skoleudsættelse børnefaglige udredning bevilling ansøgninger klasse
  værelse konto regning lejemål lejekontrakt udrejse indrejse flytning kontaktperson mormor farmor morfar farfar veninde ven
  dødsfald død arv bisættelse begravelse fødselsdag navn navneændring pas cv praktik fravær sygemelding sygefravær aktivering ydelse ydelser tilskud
  egen adoption anbringelse samvær opsigelse`

/** After a name these make it a place, an institution or a thing, where they begin with a capital or the name is no more than a word. */
export const INSTITUTIONSORD = `
  skole skolen friskole efterskole privatskole realskole produktionsskole ungdomsskole specialskole børnehave børnehaven børnehus børnehuset børnegård
  vuggestue vuggestuen dagpleje dagplejen dagtilbud dagcenter daghjem sfo fritidshjem fritidsordning klub klubben fritidsklub ungdomsklub legeplads
  plejehjem plejehjemmet plejecenter plejecentret ældrecenter omsorgscenter aktivitetscenter bosted botilbud bofællesskab kollegium kollegiet
  opholdssted døgncenter behandlingscenter sundhedscenter sundhedshus lægehus lægehuset lægecenter lægeklinik tandklinik klinik klinikken hospital
  hospitalet sygehus apotek hospice krisecenter herberg forsorgshjem center centret centeret huset hus hjem hjemmet gymnasium gymnasie bibliotek museum
  seminarium universitet kirke kirken sogn sognet kirkegård kapel menighed provsti havn havnen marina station stationen banegård lufthavn stadion hal
  hallen idrætshal svømmehal kro hotel camping campingplads restaurant café cafe mølle gods godset slot herregård gård gården skov skoven plantage mose
  bakke bakker sø søen å åen strand fjord bugt ø øen klit hede eng by byen bypark park parken have haven anlæg sogn herred kommune kommunen amt region
  provins lokalråd borgerforening beboerforening grundejerforening boligforening boligselskab andelsboligforening ejerforening vandværk varmeværk
  fjernvarme kraftværk idrætsforening boldklub sportsklub gymnastikforening forening foreningen fond fonden legat legatet mindelegat stiftelse
  stiftelsen mindefond bank sparekasse advokater advokatfirma advokaterne revision revisorer arkitekter ejendomme ejendom byg byggeri tømrer tømrerfirma
  murer murerfirma vvs el elektrik entreprise entreprenør transport vognmand vognmandsforretning maskinstation auto autoværksted biler bageri slagter
  slagteren købmand købmanden dagligvarer blomster frisør salon teknik smedje konsulenter consult gruppen group holding invest rejser taxa taxi bøfhus
  flødeis catering rengøring service psykiatri psykiatrien afdeling afsnit team projekt projektet kvarter kvarteret bydel område distrikt centrum
  storcenter butikscenter torvet festival marked dag dage aften uge prisen prismet metode metoden model modellen test testen skala skalaen program
  programmet princippet loven kursus ordning ordningen nord syd øst vest`

/** After a name these make it a firm, however they are written. */
export const FIRMAORD = `aps as ivs is ks ps smba amba fmba gmbh ltd co company søn sønner eftf brdr`

/** Before a name these make it a street's, a place's or an institution's: "Sankt Peders", "Dronning Ingrids". */
export const HELGENORD = `
  sankt sct skt st santa san saint hotel kong kongen dronning dronningen prins prinsen prinsesse prinsessen kronprins kronprinsesse kronprinsessen
  grev grevinde biskop pave brdr brødrene lex`

/** Before one name alone these are what it is the name of. */
export const FORANORD = `
  plejehjemmet plejecentret plejecenteret plejecenter plejehjem børnehaven børnehave børnehuset vuggestuen vuggestue skolen friskolen efterskolen
  fritidshjemmet klubben dagplejen dagcentret institutionen opholdsstedet bostedet botilbuddet botilbud bofællesskabet kollegiet krisecentret
  krisecenter herberget hospicet hospice lægehuset lægerne klinikken tandlægerne apoteket hospitalet kirken sognet gården godset huset hjemmet centret
  centeret center caféen cafe café kroen restaurant firma firmaet virksomheden advokatfirmaet advokatfirma revisionsfirmaet tømrerfirmaet murerfirmaet
  malerfirmaet vognmandsfirmaet bandagist bandagisten optiker entreprenørfirmaet arkitektfirmaet tegnestuen
  fonden foreningen stiftelsen legatet projekt projektet program programmet system systemet afdeling afdelingen stue stuen hold holdet klasse klassen
  villa villaen institution daginstitution daginstitutionen landsforeningen forbundet lejren naturskolen mødestedet værestedet
  lokale lokalet mødelokale team teamet gruppe gruppen hus bygning blok bus båden skibet færgen stormen orkanen filmen bogen musicalen`

/** Before a full name too: a foundation, a firm. */
export const FORANFULDT = `
  fonden foreningen stiftelsen legatet selskabet firma firmaet virksomheden advokatfirmaet advokatfirma revisionsfirmaet tømrerfirmaet murerfirmaet
  malerfirmaet vognmandsfirmaet bandagist bandagisten optiker entreprenørfirmaet arkitektfirmaet tegnestuen museet prisen projekt projektet skolen
  ejerforeningen grundejerforeningen andelsboligforeningen boligforeningen fregatten færgen skibet murermester tømrermester malermester snedkermester
  vognmand elinstallatør kloakmester entreprenør rengøringsfirmaet`

/** Before a word that may be a name these make a place of it. */
export const FORANSTEDORD = `
  store lille gamle gammel gl ny nye nørre sønder øster vester neder nordre søndre østre vestre midt øvre nedre
  vejen gaden hjørnet pladsen kvarteret byen landsbyen øen skoven søen åen mosen bakken havnen stranden ejendommen marken`

/** After a name: its street. */
export const VEJORD = `
  vej vejen gade gaden alle allé boulevard stræde strædet plads pladsen torv torvet park parken parkvej have haver vænge vænget gang gangen gyde
  gyden sti stien bro kaj kajen plads passage esplanade esplanaden toften bakken bakke ager ageren lund krog krogen alléen strandvej kirkevej byvej
  landevej hovedgade`

/** Sicknesses, tests and methods that were named after somebody: "Ehlers-Danlos", "Parkinsons sygdom". */
export const NAVNGIVNE = `
  ehlers down downs asperger aspergers tourette tourettes parkinson parkinsons alzheimer alzheimers crohn crohns huntington huntingtons bechterew bechterews
  hodgkin hodgkins marfan marfans rett retts turner turners raynaud raynauds meniere menieres barrett williams angelman prader willi guillain barré
  lewy wilson wilsons addison addisons danlos klinefelter klinefelters scheuermann scheuermanns sjøgren sjøgrens kabuki noonan hashimoto basedow
  mortens graves cushing cushings perthes calvé legg barthel montessori steiner marte meo bobath vojta wechsler rorschach denver apgar`
export const SYGDOMSORD = `syndrom syndromet sygdom sygdommen demens test testen skala skalaen metode metoden body lymfom feber tal ataksi chorea index indeks
  score pædagogik skole terapi aften`

/** Firms, offices and things with a name of two words that could be a person's. */
export const FASTE_NAVNE = `
  louis nielsen|harald nyborg|carl ras|georg jensen|otto bock|ole lynggaard|ib laursen|bo bedre|bo trivsel|bo vest|anders and|ole lukøje|peter pan|
  rudolf steiner|maria montessori|marie curie|rasmus klump|frederik bajer|ernst young|novo nordisk|niels bohr|søren kierkegaard|tycho brahe|
  karen blixen|kaj munk|holger danske|karen volf|peder paars|emma gad|thor heyerdahl|rosa parks|max bodenhoff|marie krøyer|jens vejmand|niels brock|peter sabroe|maria hjælp|just eat|åben dag`

/** Months and weekdays that are first names too, or look like them. */
export const MAANEDER = `jan januar feb februar mar marts apr april maj jun juni jul juli aug august sep sept september okt oktober nov november dec december`

/** Municipalities and towns: no person's by themselves, whatever else they are the name of. */
export const STEDER = `
  albertslund allerød assens ballerup billund bornholm brøndby brønderslev dragør egedal esbjerg fanø favrskov faxe fredensborg fredericia frederiksberg
  frederikshavn frederikssund furesø gentofte gladsaxe glostrup greve gribskov guldborgsund haderslev halsnæs hedensted helsingør herlev herning hillerød
  hjørring holbæk holstebro horsens hvidovre høje hørsholm ikast ishøj jammerbugt kalundborg kerteminde kolding københavn køge langeland lejre lemvig
  lolland lyngby læsø mariagerfjord middelfart morsø norddjurs nordfyn nyborg næstved odder odense odsherred randers rebild ringkøbing ringsted roskilde
  rudersdal rødovre samsø silkeborg skanderborg skive slagelse solrød sorø stevns struer svendborg syddjurs sønderborg thisted tårnby tønder vallensbæk
  varde vejen vejle vesthimmerland viborg vordingborg ærø aabenraa aalborg århus aarhus korsbæk brobyskov
  nykøbing grenaa grenå ebeltoft hobro mariager hadsund nibe løgstør fjerritslev brovst skagen sæby dronninglund hirtshals hanstholm hurup bjerringbro
  kjellerup hammel hadsten hinnerup galten hørning ry brædstrup give jelling børkop vamdrup christiansfeld vojens gram rødding ribe bramming brørup
  holsted grindsted ølgod oksbøl skjern tarm videbæk ringe faaborg fåborg otterup bogense søndersø munkebo årslev rudkøbing marstal ærøskøbing maribo
  nakskov rødby sakskøbing stubbekøbing stege præstø haslev fuglebjerg korsør kirke hvalsø hundested helsinge gilleleje frederiksværk slangerup ølstykke
  stenløse farum birkerød virum kastrup tranum astrup farup vejrup vinding tarp ørum højer rønne nexø søborg strandby østerby
  borup dalum tinglev marstrand tranekær kongsted torning ejby næsby sindal hammerum hornbæk holland jordan israel milan paris berlin london
  hamborg flensborg malmø stockholm oslo norge sverige tyskland polen syrien irak iran somalia tyrkiet ukraine rumænien grønland færøerne island
  danmark jylland fyn sjælland amager falster djursland nuuk tórshavn rom athen bergen`

/** Capitalised in the middle of a text without being anybody: what an authority, a law or a thing is called. */
export const STORE_ORD = `
  kommune kommunen region regionen udbetaling danmark ankestyrelsen jobcenter jobcentret familieretshuset statsforvaltningen borgerservice ydelsescenter
  socialforvaltningen forvaltningen socialtilsyn visitationen hjemmeplejen sundhedsplejen psykiatrien tandplejen ppr ungdommens uddannelsesvejledning
  skat politiet politi retten byretten landsretten højesteret styrelsen ministeriet folketinget nævnet udvalget rådet team afdeling sekretariatet akut
  dansk danske nordisk nationale nationalt statens den det de en et børn unge familie voksne ældre social sociale socialt sundhed arbejdsmarked
  teknik miljø kultur fritid by land drift økonomi center hospital sygehus universitetshospital nemid mitid nemkonto digital post eboks aula kmd falck
  facebook google microsoft teams outlook excel word pdf eu fn ad adhd covid corona folkekirken røde kors kirkens korshær frelsens hær mødrehjælpen
  inc ældre sagen dch lov serviceloven barnets bekendtgørelse vejledning paragraf januar februar marts april juni juli september oktober november december
  mandag tirsdag onsdag torsdag fredag lørdag søndag jul påske pinse nytår forår sommer efterår vinter uge bilag side nr sag journalnotat notat brev
  mail telefonsamtale møde referat afgørelse afslag bevilling ansøgning klage svar kopi version udkast plan rapport statusrapport udtalelse`

/** Names that are words in small letters, or parts of them, and count with a capital alone. */
export const KUN_MED_STORT = `
  signe else finn bent ben sam jack jean frank teddy ester kitty lise mona marina margarita magna marin maren nada ruby stella oscar angelica jasmin
  veronika erika milo leon levi basel salam adel amal linje malin mira natal nour oliver sabel salami selma tamara angel engel elvis sonja tanja
  manila havana alma bella molly polly sally norma gloria diana aurora stine trine tine rosalina carolina martin sander robin harris nelson
  patron patrik dion merle amanda anton theo felix victor viktor magnus august konstant karin noor hala safa sana dania dalia duaa zana hera
  haris hani amin rami nima mina dina lina jana tana eden asta agnes alexandria andrea asger asmus atle aya ella emil`

/** Parts of a name that are written small: van der Berg, El Hassan. */
export const SMAADELE = `van von der den de du da dos el al bin bint ibn ben abu af la le zu san`
