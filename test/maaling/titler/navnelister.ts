const ord = (tekst: string): readonly string[] => tekst.trim().split(/\s+/)

/** First names as they stand in a municipality's systems: common and rare, old and young. None of them is also an everyday word. */
export const FORNAVNE = ord(`
Kirsten Preben Dennis Gunhild Kevin Brian Jimmi Yrsa Ditte Mille Jørn Keld Leif Tage Verner Egon Erna Gerda Ingrid Annelise Birthe Dorthe
Lisbeth Merete Pernille Sanne Katrine Amalie Josefine Isabella Filippa Emilie Nikoline Liva Malou Silje Thilde Andrea Caroline Victoria Ronja
Lasse Kasper Nikolaj Jeppe Patrick Benjamin Christoffer Philip Casper Nicklas Tobias Marcus Mathias Anton Villads Konrad Arthur Johan Lauge
Carsten Claus Steffen Ulrik Torsten Gert Kurt Allan Bjarne Ejvind Henning Ebbe Arne Orla Helmer Kresten Regitze Vibeke Annette Susanne Jonna
Connie Lissi Rita Sonja Yvonne Edith Ruth Nete Stine Mona Heidi Tanja Anja Betina Gitte Winnie Laila Malene Jannie Bettina Nadia Michelle
`)

/** Surnames without an everyday meaning. */
export const EFTERNAVNE = ord(`
Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Poulsen
Johansen Mortensen Knudsen Jakobsen Mikkelsen Frederiksen Laursen Eriksen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Nissen
Lauridsen Jespersen Mogensen Jepsen Frandsen Jessen Carlsen Bertelsen Gregersen Kjeldsen Steffensen Lauritsen Danielsen Ottosen Villadsen
Justesen Thygesen Enevoldsen Therkildsen Bloch Krarup Hvidtfeldt Kofoed Bisgaard Damgaard Kirkegaard Lindegaard Søgaard Ladefoged Grønbæk
Rosenkilde Markussen Bjerregaard Overby Tranekjær Kallehauge Brandstrup Skovgaard Holmgaard Fabricius Høgsbro Ingemann Uldall Wiingaard
`)

/** First names that are also an ordinary word, a month, a bird, a tree, or a word of grammar. */
export const TVETYDIGE_FORNAVNE = ord(`
Bo Dag Sten Bjørn Liv Mark Storm August Per Hans Ask Birk Maj Rosa Iris Fred Pil Lærke Viola Ravn Falk Kaj Finn Tue Vibe Silke Rune Dan
Helle Signe Sol My Rose Jo Max Bent Otto
`)

/** Surnames that are also an ordinary word: nature, trades, colours, seasons. */
export const TVETYDIGE_EFTERNAVNE = ord(`
Holm Lund Skov Bach Bjerg Dal Dam Krog Mose Toft Vang Sand Strand Høj Bro Gade Smed Møller Degn Bonde Frost Lang Brun Hvid Juul Kok Bager
Fisker Vinter Sommer Ravn Falk Svane Due Lind Birk Ager Kvist Torp Lykke Krone Kirk Munk Post Kjær Bæk Eng Hede Stage Klit Have Borg Friis
`)

export const UDENLANDSKE_FORNAVNE = ord(`
Ahmad Fatme Oleksandra Yusuf Abdirahman Hodan Zahra Mehwish Thi Nguyet Wojciech Agnieszka Katarzyna Andrzej Marius Ionut Elena Dragana Slobodan
Emina Besnik Arbnora Hatice Mustafa Özlem Kemal Hamid Parisa Reza Golnaz Ngozi Chidi Blessing Tesfay Selam Mulugeta Priya Rajesh Sivakumar
Thanaporn Nattaya Siriporn Mei Xiaoming Jun-Ho Yaroslav Svitlana Dmytro Lyudmila João Inês Guðrún Sigurður Aqqaluk Pipaluk Nivi Malik
`)

export const UDENLANDSKE_EFTERNAVNE = ord(`
Al-Khatib Kovalenko Shevchenko Abdullahi Warsame Hussain Tran Pham Kowalczyk Wiśniewska Popescu Ionescu Petrović Hodžić Krasniqi Berisha
Demir Öztürk Çelik Hosseini Rahimi Okafor Ghebremariam Tesfamariam Patel Thuraisingam Saetang Wongsakul Zhang Bondarenko Silva Gonçalves
Jónsdóttir Petersen-Kleist Motzfeldt Haddad El-Sayed Mahmoud Osmanović Yıldırım Szymańska Nowak Müller Schäfer Lindström Håkansson
`)

export const DOBBELTE_FORNAVNE = ord(`
Anne-Mette Hans-Henrik Ann-Sofie Karl-Emil Lise-Lotte Jens-Peter Rose-Marie Carl-Johan Eva-Maria Hans-Jørgen Ida-Marie Poul-Erik Ulla-Britt
Bo-Erik Per-Ole Maj-Britt Bjørn-Ole
`)
