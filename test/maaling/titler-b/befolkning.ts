/** Names as they are borne in Denmark, most used first as far as that is known: facts, each word a name. */
const ord = (tekst: string): readonly string[] => [...new Set(tekst.split(/\s+/).filter(Boolean))]

export const MAND = ord(`
Peter Michael Lars Jens Thomas Henrik Søren Christian Martin Jan Morten Jesper Anders Mads Rasmus Niels Mikkel Per Kim Hans Ole Jørgen
Frederik Daniel Kasper Brian Jacob Simon Nikolaj Alexander Oliver Christoffer Mathias Magnus Emil Carsten Erik Torben John Claus Kenneth Jakob
Tobias Sebastian Lasse Lucas William Kristian Kristoffer Victor Johan Marcus Andreas Bent Flemming Steen Finn Allan Poul Benjamin Tommy Dennis
Casper Mathias Allan Rene Ronni Johnny Bjarne Leif Patrick Gustav Noah Anton Karl Carl Mohammad Philip Jonas Kurt Preben Arne Svend Knud
Kristoffer Oscar Malthe Nicolai Steffen Uffe Verner Villads Valdemar Elias Arthur August Felix Theo Alfred Otto Hugo Viggo Aksel Axel Johannes
Kaj Egon Helge Gunnar Ejner Børge Henning Ivan Keld Kjeld Kent Lennart Mogens Palle Robert Roland Stig Thorkild Troels Ulrik Vagn Willy Jimmy
Jannik Jeppe Joachim Jonathan Julius Konrad Laurits Liam Lukas Marius Milas Nils Nohr Oskar Robin Ruben Samuel Silas Storm Tristan Albert Asger
Bertram Birk Bjørn Elliot Ebbe Esben Frej Gorm Hjalmar Holger Ib Ingolf Jarl Jon Kresten Kristen Loui Luca Lauge Marinus Mikael Mick Nicklas
Niklas Nick Orla Oluf Pelle Ralf René Sigurd Svenning Sylvester Thor Tim Tonny Tom Tage Thorvald Victor Vilhelm Walther Werner Yngve Anker Aage
`)

export const KVINDE = ord(`
Anne Kirsten Mette Hanne Anna Helle Susanne Lene Maria Marianne Lone Camilla Inge Pia Karen Bente Louise Charlotte Jette Tina Ida Emma Sofie
Julie Maja Freja Laura Mathilde Cecilie Amalie Caroline Sara Sarah Signe Line Trine Katrine Kathrine Christina Rikke Gitte Birgitte Lise Lis
Ulla Annette Birthe Inger Ellen Else Grethe Karin Lisbeth Kirstine Heidi Malene Pernille Stine Maiken Mia Nanna Nadia Natasja Simone Emilie
Josefine Isabella Alberte Clara Ella Alma Agnes Astrid Asta Aya Olivia Karla Luna Lærke Liva Ellie Frida Lily Sofia Nora Esther Saga Ingrid
Elin Elisabeth Eva Gerda Gudrun Hanna Hedvig Helene Helga Henriette Ilse Irene Jane Janne Jeanette Jytte Kaja Karina Kamilla Lea Lena Lilian
Linda Linnea Lotte Lykke Marie Marlene Martha Merete Merle Mille Minna Mona Monica Naja Nina Olga Oda Petra Ragnhild Rebecca Rebekka Rosa Ruth
Sabrina Sanne Sandra Selma Sille Sidsel Sine Solveig Sonja Susan Sus Tanja Thea Tilde Tove Ursula Vera Vibeke Victoria Vigdis Viola Winnie
Yrsa Zenia Ane Andrea Anita Anja Ann Annelise Annemarie Annika Benedicte Benedikte Betina Bettina Birgit Bodil Britt Britta Carina Dagmar Diana
Dorte Dorthe Edith Elna Emily Erna Ester Fie Filippa Gunhild Gurli Hjørdis Johanne Judith Kristina Laila Lisa Maren Margit Margrethe Mary Mie
`)

export const EFTERNAVN = ord(`
Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen
Poulsen Johansen Møller Mortensen Knudsen Jacobsen Jakobsen Mikkelsen Frederiksen Olesen Laursen Henriksen Lauridsen Andreasen Jeppesen Svendsen
Nissen Eriksen Iversen Jespersen Kristiansen Davidsen Clausen Simonsen Bertelsen Michelsen Carlsen Mathiesen Nygaard Hermansen Villadsen Steffensen
Gregersen Danielsen Johnsen Jepsen Eskildsen Søndergaard Kjær Christoffersen Vestergaard Østergaard Overgaard Kjeldsen Damgaard Toft Paulsen
Thorsen Isaksen Berthelsen Therkildsen Bendtsen Bertelsen Kofoed Brodersen Thygesen Mathiasen Jessen Schmidt Schultz Meyer Friis Bonde Buch
Dahl Juhl Juul Krogh Lassen Lorentzen Lorenzen Marcussen Markussen Ottosen Ravnsborg Riis Schou Skovgaard Thorup Winther Wulff Ipsen Bech Beck
Abrahamsen Albrechtsen Asmussen Augustesen Axelsen Bagger Balslev Bisgaard Bjerregaard Brandt Bruun Bundgaard Busk Dalsgaard Degn Ebbesen Egholm
Enevoldsen Fabricius Fischer Fogh Gammelgaard Geertsen Gram Grønbæk Gundersen Gustafsson Haagensen Hald Hauge Hedegaard Hein Hemmingsen Henningsen
Hoffmann Hviid Højgaard Jochumsen Johannesen Josefsen Justesen Kaspersen Klausen Klitgaard Koch Korsgaard Kragh Kruse Laustsen Levinsen Lindberg
Ludvigsen Lunding Lyngsø Mogensen Munk Munch Mølgaard Nedergaard Neergaard Nørgaard Odgaard Oxholm Pallesen Pihl Ploug Prip Rohde Rosenkilde
Ryberg Sandberg Schjødt Schrøder Sejersen Siegumfeldt Sloth Stampe Stougaard Storgaard Svenningsen Svane Søgaard Thygesen Tranberg Trolle Tønnesen
Ulriksen Vad Vinther Vilhelmsen Wagner Westh Wind Worm Würtz Aagaard Aaby Ørsted Ågesen Møberg Bækgaard Nørskov Dueholm Hvidtfeldt Elmelund
`)

/** Also ordinary words, places, months, birds. */
export const ORDFORNAVN = ord(`
Bo Dag Sten Liv My Gro Sol Storm Bjørn Ravn Eg Birk Lilje Viola Rose Frost Falk Ask Vår Maj April Juni Sommer Ulv Pil Iben Fie Mark Lærke Svale
Lind Perle Vibe Iris Saga Bror Vilde Fryd Fred Laust Ea Per Jul Kaj Gry Ib Mie Mai Hjalte Bror Nord Viol
`)

export const ORDEFTERNAVN = ord(`
Holm Lund Skov Bjørn Ravn Mark Bach Vang Kær Rose Storm Torp Dam Bak Bang Berg Bjerg Bro Brun Busk Dal Due Eng Falk Fisker Frost Gade Grøn Hald
Have Hede Hjort Hvid Høj Høst Kirk Klint Kold Konge Krog Kvist Lange Lind Lykke Lyng Løve Munk Møller Nord Palm Post Raun Ren Ring Rask Sand Skou
Smed Sommer Sort Spang Steen Sten Stage Stær Sund Svane Søby Thy Toft Vind Vinter Winther Vester Wolf Yde Ørn Øster Ager Bondo Bonde Dyhr Kok
Birk Bæk Bæch Damm Elkjær Fuglsang Gram Kloster Skriver Skipper Kjær Rod Riber Hamborg Vejle Ejby Randers Krag Slot Foged Friis Borg
`)

/** By where in the world: first names and surnames that go together. */
export const UDLAND: Readonly<Record<string, { readonly fornavne: readonly string[]; readonly efternavne: readonly string[] }>> =
  {
    tyrkisk: {
      fornavne: ord(
        'Mehmet Mustafa Ayşe Fatma Emine Hüseyin Ibrahim Hatice Zeynep Elif Yusuf Ahmet Murat Serkan Özlem Gülsen Cemal Hakan Derya Sevgi',
      ),
      efternavne: ord(
        'Yılmaz Yilmaz Kaya Demir Çelik Celik Şahin Sahin Öztürk Aydin Arslan Dogan Kilic Aslan Çetin Koç Kurt Özdemir Polat Güneş',
      ),
    },
    arabisk: {
      fornavne: ord(
        'Mohammed Muhammad Ahmad Omar Khaled Hassan Ali Hussein Youssef Bilal Fatima Aisha Maryam Layla Noor Amina Samira Rania Zahra Huda Nour',
      ),
      efternavne: ord(
        'Al-Hassan Khalil Ibrahim Hamdan Saleh Mahmoud Haddad Nasser Said Mansour Hussain Al-Sayed Abdallah Darwish Jaber Khatib Younes Taha',
      ),
    },
    somalisk: {
      fornavne: ord(
        'Abdi Abdullahi Mohamed Hodan Ayaan Ifrah Fadumo Hibo Sagal Warsame Liban Khadra Nimco Ismail Abdirahman Sahra Farhiya Guled',
      ),
      efternavne: ord(
        'Warsame Abdullahi Mohamud Jama Farah Hirsi Osman Abdi Nur Isse Yusuf Adan Duale Elmi Guleed Hersi Omar Shire',
      ),
    },
    polsk: {
      fornavne: ord(
        'Agnieszka Katarzyna Małgorzata Piotr Krzysztof Andrzej Tomasz Paweł Marcin Michał Joanna Ewa Barbara Magdalena Zbigniew Grzegorz Jolanta Beata',
      ),
      efternavne: ord(
        'Kowalski Kowalska Nowak Wiśniewski Wójcik Kamiński Lewandowska Zieliński Szymańska Dąbrowski Kozlowski Jankowska Mazur Krawczyk Piotrowski Grabowska',
      ),
    },
    ukrainsk: {
      fornavne: ord(
        'Oleksandr Olena Tetiana Iryna Serhii Volodymyr Oksana Natalia Andriy Mykola Svitlana Yulia Dmytro Nataliia Kateryna Viktoriia Bohdan Yaroslav',
      ),
      efternavne: ord(
        'Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliynyk Melnyk Kovalchuk Boyko Lysenko Moroz Savchenko Petrenko Marchenko Rudenko Hrytsenko',
      ),
    },
    vietnamesisk: {
      fornavne: ord('Thi Minh Anh Hoa Linh Huong Thanh Tuan Hung Dung Phuong Lan Mai Thu Trang Quang Van Duc Khanh'),
      efternavne: ord('Nguyen Tran Pham Huynh Hoang Vu Vo Dang Bui Ngo Duong Truong Dinh Trinh Nguyễn Phan'),
    },
    grønlandsk: {
      fornavne: ord(
        'Aviaja Pipaluk Nivi Malik Inuk Aqqaluk Arnaq Ivalu Nuka Paninnguaq Miki Minik Angutivik Kuupik Naja Salik Tupaarnaq Ulloriaq',
      ),
      efternavne: ord(
        'Kleist Heilmann Lynge Kreutzmann Petrussen Motzfeldt Lyberth Olsvig Berthelsen Fleischer Geisler Egede Chemnitz Rosing Brønlund Josefsen',
      ),
    },
    færøsk: {
      fornavne: ord(
        'Jákup Bárður Høgni Rógvi Tróndur Eyðun Sjúrður Hanus Heðin Marjun Bjarta Rannvá Turið Durita Guðrun Sólrun Barba Annika Jóannes',
      ),
      efternavne: ord(
        'Joensen Djurhuus Patursson Zachariassen Debes Heinesen Dam Poulsen Rasmussen Samuelsen Hentze Thomsen Nolsøe Højgaard Ellefsen Jacobsen',
      ),
    },
    tamilsk: {
      fornavne: ord('Sivakumar Rajan Priya Thusha Suresh Kumar Nirosha Anusha Vijay Selvan'),
      efternavne: ord('Sivasubramaniam Nadarajah Kandiah Selvarajah Arulanandam Ratnam Thevarajah Murugan'),
    },
    bosnisk: {
      fornavne: ord('Amra Emir Senad Jasmina Mirza Edin Alma Nermin Sanela Haris Adnan Azra Dragan Zoran'),
      efternavne: ord('Hodžić Hodzic Begovic Hadzic Mujkic Delic Jovanovic Halilovic Salihovic Petrovic Osmanovic Suljic'),
    },
    persisk: {
      fornavne: ord('Reza Mahdi Parisa Shirin Hamid Nasrin Farid Zohra Karim Soraya Najib Masoud'),
      efternavne: ord('Ahmadi Hosseini Karimi Rahimi Mohammadi Jafari Rezai Noori Sultani Hashimi Amiri Akbari'),
    },
  }
