/** Surnames in use in Denmark, as facts. Those made of a first name and -sen are found by their form (`isSenNavn`), and stand here only where the first name does not. */

/** Of Danish use. */
export const DANSKE_EFTERNAVNE = `
  Aaberg Aabye Aagaard Aakjær Aarup Aastrup Abildgaard Abildtrup Abrahamsen Adolfsen Agerbo Ahrensbach Albrechtsen Algreen
  Alstrup Ammitzbøll Amtoft Anckersen Andkjær Arentoft Arnbjerg Augustesen Augustinussen Baggesen Balslev Bandholm Barfod
  Barfoed Bartholin Bastholm Bech Beier Bendixen Bendtsen Bengtson Bengtsson Benzon Berthelsen Bidstrup Birch Birkedal
  Birkmose Bisballe Bisgaard Bjergager Bjerre Bjerregaard Bjerrum Bjørnholt Bjørnskov Blach Blichfeldt Bloch Boesen Bogh Bohn
  Boisen Bojsen Bomholt Bondo Borch Borregaard Borring Borup Boserup Bossen Boysen Bragh Bramsen Brandenborg Brandstrup Brandt
  Braun Bredahl Bredal Bredgaard Breinholt Brinch Brix Brixen Broberg Brock Brockhoff Brodersen Broholm Bruhn Bruun Bryld
  Brøndum Buch Buchardt Bugge Buhl Bukh Bundesen Bundgaard Burchardt Busch Bylund Byrialsen Byskov Bækgaard Bødtker Bøgelund
  Bøgh Bønnelykke Bøttcher Cederholm Colding Cramer Dahl Dalgaard Dalsgaard Dalum Damborg Damgaard Damkjær Damm Damsgaard Danø
  Degnbol Deleuran Dissing Djurhuus Dohn Donslund Dreyer Drost Dueholm Duelund Dupont Dybdahl Dyhr Dyrberg Dyrholm Dyrlund
  Ebdrup Eckert Egeberg Eggers Egholm Ehlers Ehlert Eilertsen Elholm Elkjær Ellegaard Elmelund Emborg Engelbrecht Enggaard
  Engholm Ernst Ersgaard Evald Fabricius Fangel Faurby Faurholt Faurskov Fenger Fink Fischer Fjeldgaard Fjeldsøe Fjelsted
  Flensborg Flindt Flø Fogh Folmer Fonnesbæk Forsberg Foss Frandsen Fredberg Freund Friberg Friis Frimann Frølich Futtrup
  Færch Gaardbo Gaardsted Galsgaard Gammelgaard Gantzel Gasbjerg Gjerding Gottlieb Grarup Grau Graversen Gravesen Gravgaard
  Grundtvig Grønborg Grønbæk Grønvold Guldager Guldbæk Gulddahl Guldmann Gundersen Gyldenløve Gylling Gøtterup Gøtzsche
  Haagensen Haagerup Haahr Hagedorn Hagemann Halberg Halkjær Hallberg Hallum Halvorsen Hamann Hammershøj Handberg Hansson
  Harbo Harboe Harritsø Hartmann Hassing Haugaard Haugbølle Hauge Havemann Hedegaard Heegaard Hegelund Heiberg Heick Heide
  Heilmann Hein Heising Hejlesen Helbo Helbæk Heldgaard Helledie Hendriksen Hermann Herskind Hesselberg Hesseldal Hessellund
  Hildebrandt Hillerup Hjerrild Hjorth Hjortshøj Hjøllund Hoelgaard Hoff Hoffmann Hofman Holbech Holck Holdgaard Holk Holmberg
  Holmgaard Holmgren Holmquist Holse Holst Hornshøj Hostrup Houe Hougaard Houmann Houmøller Hovesen Hovgaard Hovmand Hovmøller
  Hummelmose Hundahl Husted Hviid Hyldahl Hyldgaard Hyldig Hyttel Høeg Høgh Høgsberg Højgaard Højmark Højrup Hølmkjær Hørby
  Høyer Høyrup Ingemann Ingemansen Ipsen Issa Jacobi Jacobæus Jarlskov Jarner Jensby Jepsen Jerichau Jermiin Jerslev Jessing
  Jochumsen Johannsen Johansson Johnson Jonsson Juel Juhl Juncker Jungersen Justesen Juul Jøns Jønsson Kaae Kaas Kallehauge
  Kampmann Kamstrup Karmark Kastberg Kaysen Kempel Kern Kirkebjerg Kirkegaard Kjeldahl Kjeldbjerg Kjeldgaard Kjellerup Kjerulf
  Kjær Kjærgaard Kjærsgaard Kjærulff Kjølby Kjølhede Kleis Klemmensen Klitgaard Klixbüll Knoblauch Knudsgaard Kobberø Kock
  Koefoed Kofod Kofoed Kollerup Konnerup Kornum Korsgaard Korsholm Kousgaard Kragh Krarup Kreutzfeldt Kristmar Krogager Krogh
  Krogsgaard Kromann Kronborg Kryger Krøyer Kudahl Kyed Kyhn Købke Køhler Køster Kühl Lachmann Lading Lambertsen Lambæk
  Landsgaard Langballe Langberg Langhoff Langkjær Lassen Lauenborg Lauersen Laurberg Laursen Lauth Lautrup Lehmann Leisner
  Lemche Lerche Leth Levring Lichtenberg Liebst Liisberg Lillelund Lillesø Lindberg Lindblad Lindebjerg Lindegaard Lindgaard
  Lindgreen Lindgren Lindhardt Lindstrøm Lindvig Linnemann Ljungberg Lodahl Lohmann Lohse Lolk Lomholt Lorck Lorentzen
  Lorenzen Louring Lousdal Lumholt Lundbeck Lundberg Lundbye Lundgaard Lundgreen Lundgren Lundhus Lunding Lundquist Lundsgaard
  Lundstrøm Lundtoft Lyager Lyhne Lynge Lynggaard Lyngholm Lyngsøe Lysgaard Løbner Løgstrup Lønborg Løvgreen Løvgren Løvschal
  Lütken Lützen Maagaard Maarbjerg Madsbøll Mandrup Mansa Markmann Markvardsen Marquard Marquardt Marstrand Martensen
  Mathiesen Mathisen Matthiesen Matzen Mazanti Mehlsen Meier Meincke Melchior Melchiorsen Meldgaard Melgaard Mellergaard
  Mensel Mertz Meyer Midtgaard Mielke Moesgaard Moestrup Molbech Monrad Moos Morville Moth Mouritsen Mouritzen Mulvad Munch
  Munkholm Munksgaard Musaeus Mylund Mynster Myrup Møberg Mølbak Møldrup Mølgaard Møllegaard Møllgaard Mønsted Mørch Mørkeberg
  Mørup Müller Napstjert Nedergaard Neergaard Nees Nellemann Neumann Niebuhr Nielson Nilausen Nilsson Nissen Nisted Nordahl
  Nordentoft Norup Nyegaard Nyeland Nykjær Nymand Nymann Nyrup Næsborg Nøhr Nørager Nørby Nørbæk Nørgaard Nørholm Nørlund
  Nørmark Nørregaard Nørremark Nørskov Nørtoft Obel Oddershede Odgaard Oehlenschlæger Ohlsen Okkels Olsen Olsson Oppermann
  Opstrup Ottesen Ourø Overby Overgaard Oxholm Paaske Pagh Palludan Palsgaard Paludan Pank Parbst Pasgaard Persson Petræus
  Pihl Pilegaard Pilgaard Plesner Ploug Plougmann Poggenborg Pontoppidan Poulsgaard Prehn Prip Præstegaard Præstholm Puggaard
  Quist Quistgaard Quvang Qvist Qvortrup Raben Rafn Rahbek Ramsing Ramskov Randrup Rannestad Rathje Rauff Raun Ravnborg
  Ravnholt Rechendorff Reffstrup Refsgaard Refslund Regnar Rehné Reimann Reimer Reinholdt Reinholt Revald Reventlow Revsbech
  Ribergaard Richter Riis Rindom Ringgaard Risager Risbjerg Risgaard Rix Robl Rohde Rokkjær Rosager Rosborg Rosenbeck
  Rosenberg Rosendahl Rosenfeldt Rosenkilde Rosenkrantz Rosenvinge Rosholm Rossen Rothe Roug Rovsing Rubæk Rud Rugaard Rugholm
  Runge Rusbjerg Ryberg Rye Rygaard Rysgaard Rée Røjkjær Rømer Rønberg Rønn Rønnest Rønning Rønnow Rørbæk Rørdam Røssel Saaby
  Saabye Sahl Sandahl Sandberg Sandbæk Sandgaard Sandholm Schack Schaldemose Schaumburg Schebye Scherfig Schiang Schiellerup
  Schiøler Schiøtt Schjødt Schledermann Schlichting Schlüter Schmidt Schmidth Schnack Schneider Schock Scholer Schou Schrader
  Schreiber Schrøder Schultz Schulz Schwartz Schøler Schøn Schønning Sehested Seidelin Seidler Seier Selchau Sestoft Sinding
  Siversen Skaaning Skaarenborg Skaarup Skafte Skamris Skeel Skibsted Skjerning Skjoldager Skjoldborg Skjærbæk Skjødt
  Skjønning Skjøth Skjøtt Skou Skovgaard Skovrup Skovsgaard Skydsgaard Skyum Skøtt Sloth Smedegaard Smidt Smith Solberg Sonne
  Sonnichsen Spanggaard Spangsberg Splidsboel Staalgaard Stabell Stadil Staun Staunstrup Stausholm Steenberg Steenfeldt
  Steenstrup Stenbæk Stender Stenderup Stengaard Stenkjær Stensgaard Stentoft Stidsen Stisen Stokholm Stolberg Stoltenberg
  Storgaard Stougaard Stoustrup Straarup Strandbygaard Strandgaard Strandskov Strauss Strunge Stubkjær Sturup Suenson Suhr
  Sundgaard Svarre Svarrer Svejgaard Svensson Svenstrup Sverdrup Swane Sylvest Sæderup Søe Søgaard Søltoft Sømod Søndergaard
  Søndermark Sørig Taarnby Taudorf Thaarup Thaysen Therkelsen Therkildsen Thestrup Thiel Thiele Thiesen Thinggaard Thode
  Tholstrup Thomsen Thorgaard Thorhauge Thorlacius Thorlund Thorndahl Thorsager Thorup Thostrup Thrane Thulstrup Thunbo Thune
  Thyssen Tilsted Timm Timmermann Tingleff Toftdahl Toftegaard Toftgaard Tofting Tolderlund Topsøe Tornbjerg Torning Torpe
  Torpegaard Traberg Trads Tranberg Tranekjær Trautner Trier Trillingsgaard Trudslev Træholt Tscherning Tuxen Tværmose Tychsen
  Tønnesen Uhrenholt Uldall Ulrik Ulstrup Ulsø Urth Urup Utoft Utzon Vadgaard Vagner Valbjørn Vammen Vangsgaard Varming
  Vartenberg Vasegaard Vedel Vedstesen Vejlgaard Verner Vesterager Vestergren Vibæk Vigsø Villemoes Villumsen Vilstrup
  Vindfeld Vingaard Vinther Vissing Vistisen Vittrup Viuf Vium Voetmann Vogel Vogelius Vognsen Vogt Voigt Voldsgaard Vollmer
  Vorbeck Vorre Voss Waage Wad Wagner Wamberg Wandel Warberg Warming Weber Wedel Weel Wegener Weinreich Weis Weiss Welling
  Wendelboe Wendt Werge Werner Wessel Westergaard Westermann Westh Wibe Wiberg Wichmann Widding Wied Wiegell Wieghorst Wiese
  Wiingaard Willadsen Wille Willumsen Wilms Winding Winkel Winkler Winterberg Winther Witt Wittrup Wium Wivel Wodschow
  Woetmann Worning Worsøe Wraae Wulf Wulff Wætjen Wøldike Zachariasen Zachariassen Zacho Zeeberg Zeller Zeuthen Ziegler
  Zimmermann Zinck Zornig Zøllner Ødegaard Øllgaard Ørbæk Ørnsholt Ørnskov Ørskov Ørtoft Østerbye Østerlund`

/** Of those who came from elsewhere, and their children. */
export const EFTERNAVNE_FRA_ANDRE_LANDE = `
  Abdi Abdirahman Abdulkadir Abdullah Abdullahi Abdulle Abraha Adamczyk Adams Adan Addo Aden Adeyemi Afzal Ahmad Ahmadi
  Ahmadzai Ahmed Akbar Akbari Akdogan Akhtar Akhter Akin Aktas Akyol Akyuz Albayrak Albrecht Alemu Ali Alic Alim Alkan Allen
  Almeida Altin Altun Alvarez Amini Amiri Amoah Anderson Anwar Appiah Arafat Araya Arif Arslan Arumugam Arvidsson Asante
  Asfaha Ashraf Asif Aslam Aslan Assad Atas Ates Avci Avdic Awad Awale Aydin Aydogan Ayub Azad Azimi Aziz Azizi Babic Bailey
  Bajrami Bakir Bakr Balasubramaniam Balci Balogun Baran Barzani Bashir Bautista Bayram Becirovic Begic Begum Bekele Bektas
  Bennett Berge Berggren Berglund Bergman Berhe Berisha Berzins Besic Bhatti Bianchi Bibi Bilgin Björk Boateng Böhm Bondarenko
  Bozkurt Bulut Butkus Butt Bytyqi Cakir Cakmak Caliskan Camara Campbell Castillo Castro Ceesay Celik Cetin Cevik Chaudhary
  Chaudhry Chemnitz Chen Cheung Choi Choudhury Cicek Ciobanu Cisse Clark Collins Colombo Conde Constantin Conteh Coskun
  Coulibaly Dabrowska Dabrowski Dahir Danielsson Davis Dedic Delic Demir Demirci Demirel Demirtas Deniz Diallo Diaz
  Dimitrov Dimitrova Dinh Diop Dirie Djordjevic Doan Dogan Dogru Duale Duda Dudek Dumitru Duong Duran Durmus Ebrahimi Edwards
  Egede Eide Einarsson Ekinci Elmi Engström Erdem Erdogan Eren Eriksson Erol Ersoy Esposito Evans Farah Faraj Fares Farkas
  Farooq Fayad Fernandez Ferrari Ferreira Florea Fredriksson Fuchs Ganeshan Gao Garcia Gashi Gebre Gebremariam Gebremedhin
  Gedi Genc Georgiev Georgieva Ghani Ghebremichael Ghebreyesus Gheorghe Ghulam Girma Gök Gökce Gomez Gonzales Gonzalez Gorski
  Grabowski Graham Greco Guðmundsdóttir Gudmundsson Guled Guleed Guler Gündüz Gunes Gungor Guo Gupta Gustafsson Håkansson
  Habibi Habimana Habte Haddad Hadzic Hämäläinen Hagos Haidar Haidari Haider Haile Haji Hajji Hakizimana Halilovic Haliti
  Hamad Hamdan Hamid Hamidi Hamidovic Hamilton Hamza Hamzic Haq Haque Harris Hasan Hasanovic Hashemi Hashi Hashimi Hassan
  Heikkinen Henriksson Hernandez Hersi Hirsi Hodzic Hofmann Holmqvist Horvat Horvath Hoseini Hosseini Hoxha Hristov Huang
  Hughes Huseinovic Hussain Hussaini Hussein Husseini Huynh Ibrahim Ibrahimovic Ilic Ilunga Imamovic Inan Ionescu Iqbal
  Isaksson Isik Ismael Ismail Ivanov Ivanova Jabbar Jaber Jablonski Jackson Jafari Jakubowski Jalil Jallow Jamal
  Jankauskas Jankowska Jankowski Jansson Jashari Jasinski Javed Jawad Jaworski Joensen Jones Jónsdóttir Jovanovic Juric Jusic
  Kabongo Kaczmarek Kadric Kalala Kalnins Kamara Kamau Kaminska Kaminski Kandiah Karaca Karakaya Karaman Karatas Karim Karimi
  Kask Kastrati Kaur Kavak Kaya Kazemi Kazlauskas Kazmi Kebede Keita Kelly Keskin Khalaf Khaled Khalid Khalil Khan Khatib
  Khoury Kidane Kielsen Kilic Kilinc Kim Kipchoge Koc Kocak Köksal Köse Korhonen Korkmaz Koroma Kose Koskinen Kovac Kovacevic
  Kovacs Kovalchuk Kovalenko Kowalczyk Kowalska Kowalski Kozlov Kozlowska Kozlowski Krasniqi Kravchenko Krawczyk Krol Krüger
  Kumar Kurt Kurtovic Kuzmenko Kuznetsov Kuzu Kwiatkowski Laine Larsson Lebedev Leung Lewandowska Lewandowski Lewis Liang
  Liepins Lindqvist Liu Lopez Lorenz Ludwig Lundin Luo Luong Lyberth Lysenko Mäkelä Mäkinen Magnusson Mahmoud Maier Majewski
  Malik Malinowski Mansour Marchenko Marciniak Maric Marino Markovic Martinez Matei Mazur Mbeki Mehari Mehdi Mehmedovic
  Mehmood Melnyk Memic Mendoza Mengistu Mensah Michalak Michalski Miller Milosevic Mirza Mitchell Mohamed Mohammad Mohammed
  Molnar Moore Moradi Moreno Morina Moroz Morozov Morris Motzfeldt Mousa Mousavi Moussa Mujic Mukamana Mukendi Munteanu
  Muratovic Murphy Musa Mustafa Mustafic Mutombo Mwangi Nadarajah Nader Nagy Najjar Naseer Nasir Nasser Naz Nazari Ncube
  Ndiaye Negash Nelson Nemeth Nguyen Nieminen Nikolic Nikolov Nikolova Niyonzima Njie Njoroge Nkurunziza Noor Noori Nouri
  Novak Novakovic Novikov Nowak Nowakowski Nowicki Nur Nuur Nwosu Nyberg Nyström Ocampo Ochieng Özcan Özdemir Özer Özkan
  Öztürk Oguz Okafor Okeke Okonkwo Okubay Oliveira Oliynyk Olofsson Olszewski Omar Omer Omerovic Orhan Osei Osman Osmani
  Osmanovic Ostrowski Otieno Owusu Ozcan Ozdemir Ozolins Ozols Ozturk Parvez Patel Patursson Paulauskas Pavlovic Pawlak
  Pawlowski Pereira Perez Pervez Petrauskas Petrenko Petrescu Petrov Petrova Petrovic Petrussen Pettersson Pham Phan Phillips
  Phiri Pietrzak Piotrowski Polat Polishchuk Ponnampalam Popa Popescu Popov Popova Popovic Qadir Qasim Qureshi Radu Rahimi
  Rahman Rahmani Raja Ramadani Ramanathan Ramirez Ramos Rashid Rashidi Rasul Rauf Rehman Rexhepi Reyes Rezaei Rezai Riaz
  Ricci Rivera Roberts Robinson Rodriguez Rogers Rojas Rosing Rossi Rudenko Russo Rusu Rutkowski Sabanovic Sabri Sadeghi
  Sadowski Saeed Sæther Sahin Said Saleem Saleh Salih Salihovic Salim Salman Samadi Sanchez Sandström Sarikaya Savchenko Sayed
  Sayyed Schäfer Schubert Scott Selimi Selvarajah Sesay Shabani Shaheen Shaikh Shakir Shala Sharif Sharifi Sharma Sheikh
  Shevchenko Shirazi Siddique Siddiqui Sigurdsson Sikora Simsek Singh Sivakumar Sivalingam Sjöberg Smirnov Söderberg Sönmez
  Sokolov Soltani Souza Sowe Soylu Stan Stankevicius Stankovic Stepien Stewart Stoica Stojanovic Stoyanov Subramaniam Suleiman
  Suljic Sun Suntharalingam Szabo Szewczyk Szymanska Szymanski Tadesse Taha Taher Tahir Tahirovic Tamm Tasci Taylor
  Tekin Tekle Tesfay Tesfaye Thambirajah Thompson Thurairajah Tkachenko Todorov Tomaszewski Topal Toprak Torres Toth Touray
  Toure Traore Trinh Truong Tshibangu Turan Turk Ucar Uddin Ulla Ullah Ünal Urbonas Usman Uwimana Uysal Uzun Varga Vargas
  Vasiliauskas Vijayakumar Virtanen Volkov Walczak Wallace Wallin Wang Warsame Watson Weldemichael Wieczorek Williams Wilson
  Wisniewska Wisniewski Witkowski Wojcik Wong Wozniak Wright Wrobel Wroblewski Xie Yaman Yasin Yassin Yavuz Yildirim
  Yildiz Yilmaz Yogarajah Yohannes Younis Yousef Yousefi Yousif Yousuf Yüksel Yusuf Yusufi Zadeh Zaheer Zahid Zajac Zalewski
  Zaman Zawadzki Zeb Zengin Zeqiri Zhang Zhao Zheng Zhou Zhu Zielinska Zielinski Ziska Zukauskas Zukic`

/** Also ordinary words, places or first names: a name only where something around it says so. */
export const TVETYDIGE_EFTERNAVNE = `
  Rod Yde Øster Kolby Bælum Gjern Hvam Rode Ask Lo
  Blå Dragsted Drossel Ejby Elm Falke Ferdinand Finke Fjeld Fredag Frø Gram Gren Hage Hagl Hamborg Hare Have Hest
  Humle Kam Kande Klokke Kro Kørner Liden Lille Lyse Lærke Løv Muus Naal Nagle Nelle Nord Næs Odde Pave Pil Post
  Provst Randers Regn Ren Riber Rug Ræv Sejr Smal Stald Syd Søndag Thy Thybo Torne Ugle Vejle Vest Vig Vik Øst
  Ager Agerskov Arab Astrup Bach Bager Bah Bak Baker Bakke Bakken Balle Banda Bang Bank Banke Baron Barry Basse Bauer Bay 
  Beck Becker Bek Berg Bie Bille Birk Birkelund Birkholm Bisp Bjerg Bjørn Black Blad Blok Blom Boas Bonde Borg Bork
  Brask Brink Bro Brown Brun Bue Busk Bæk Bødker Bøg Bøje Can Cao Carter Chan Cooper Costa Cruz Dal Dalby Dam
  Dang Dao Das Degn Drejer Due Dyre Eg Egelund Eng Engberg Engel Eze Faber Falk Farup Fisher Fisker Fjord Flores Fog
  Foged Foster Fredensborg Fredslund Frost Fuglsang Fyr Fæster Føns Gaarde Gade Garde Glad Glas Glud Gran Gravlund
  Gray Green Greve Grove Grubbe Grube Grøn Grønlund Grønning Guld Gård Gül Haar Hagen Hald Hall Halling Hammer Hammerum Hane
  Harder Hassel Haugen Havmand Hede Hertz Hill Hjelm Hjort Hjuler Hoang Hollænder Holm Holme Holt Holten Horn Hornbæk
  Hove Hunter Husum Hvid Hyld Høg Høj Højbjerg Højer Højlund Høst Isager Islam Jama Jan Jul Junge Junker Jæger Kaiser
  Kamp Kaplan Kara Kastrup Kejser Keller Kiel Kilde King Kirk Kirkeby Klein Kleist Klinge Klint Klit Klokker Kloster Klove
  Kløft Kløve Kløver Knap Kobber Koca Koch Koed Kok Kold Kolding Konge Kongsted Kors Krabbe Krag Krage Kramer Kramp Krebs
  Kring Kroer Krog Kruse Kudsk Kusk Kvist Kær Lade Ladefoged Lam Lang Lange Langeland Langholm Lave Lee Lemvig Lie Lima
  Lin Lind Linde Lindholm Lindskov Liv Lund Lundby Lunde Lykke Lyng Lyngby Løkke Løve Mai Maler Marin Mark Martin Mason Mejer
  Moen Mose Moyo Muff Munk Munkebo Murer Muse Mølle Møllebro Møller Mørk Nagel Nexø Nyborg Nygaard Nyholm Nyvang Næsby Obi
  Odder Oxe Palle Palm Panduro Pape Parker Pind Poder Porse Postborg Prang Prior Præst Rajah Rask Ravn Reed Ridder Ring
  Ringsted Rivers Romano Rose Rosenlund Roth Ruby Rude Ruder Rytter Rød Rønne Saar Sand Sandager Sander Santos Sari
  Schilling Shah Silva Simon Sindal Skak Skaks Skipper Skjold Skov Skovbjerg Skovbo Skovhus Skovlund Skovmand Skriver
  Skytte Slagter Slot Smed Snedker Snog Sode Sol Sommer Sommerlund Sort Sow Spang Sparre Spurv Staal Stampe Stark Stein Sten
  Stenhøj Stilling Storm Strand Strandby Strube Strøm Stub Stær Støvring Sultan Sund Sunde Svale Svane Søborg Søby Søholm Sølv
  Sønderby Sønderskov Tan Tang Tange Tarp Temel Thisted Thomas Tjørn Toft Tofte Tolstrup Topp Torn Torp Tran Tranum Trap
  Trolle Turner Tved Tvede Tønder Tørring Ulv Urban Vad Valentin Vang Vase Vejrup Vestbjerg Vester Vestergård Vesterskov
  Vibe Viborg Vind Vinding Vinter Vrang Vår Vænge Væver Walker Ward White Wind With Wolf Wolff Wood Worm Yang Young Århus
  Ørn Ørsted Ørum Østbjerg Østerby Østergård`
