/** First names in use in Denmark, as facts: a name here makes a capitalised word a person, unless its surroundings make it a place. */

/** Mostly women's, of Danish use. */
export const KVINDENAVNE = `
  Aase Agnes Alberte Alexandra Alice Alicia Alina Aline Allis Alma Almine Amalia Amalie Amanda Andrea Andreea Andrine Anett
  Anette Angela Angelina Anine Anita Anja Ann Anna Anne Anneli Annelise Annemarie Annemette Annesofie Annette Anni Annie
  Annika Anny Antonia Arendse Arnaq Asbjørg Asta Astri Astrid Augusta Ava Aviaja Aya Barbara Beate Beatrice Bella Benedicte
  Benedikte Bente Berit Berta Bertha Bertine Betina Bettina Betty Billie Birgit Birgith Birgitte Birte Birthe Bodil Bolette
  Brenda Brigitte Brit Britt Britta Caja Camilla Carina Carla Carmen Carolina Caroline Catherine Cathrine Catrine Cecilia
  Cecilie Celina Celine Chanel Chanette Charlotta Charlotte Christa Christel Christina Christine Cindy Clara Claudia Cleo
  Conni Connie Cristina Cæcilie Dagmar Dagmara Dagny Daniela Daniella Debbie Diana Dicte Dikte Dina Ditlev Ditte Doris Dorit
  Dorothea Dorrit Dorte Dorthe Dorthea Ebba Edith Elena Eleonora Elida Elin Eline Elinor Elisabeth Elise Eliza Elizabeth Ella
  Ellemor Ellen Ellie Ellinor Elly Elma Elna Elne Elsa Elvira Emilia Emilie Emily Emma Emmeline Emmy Erica Erna Esther Estrid
  Eva Evelyn Evy Eydis Fanny Felicia Fie Filippa Fiona Frederica Frederikke Freja Frida Gerd Gerda Gertrud Gitta Gitte Greta
  Grete Grethe Grith Gudrun Gunhild Gunvor Guri Gurli Gyda Hanna Hannah Hanne Harriet Heddy Hedvig Heidi Helen Helena Helene
  Helga Hella Henny Henrietta Henriette Herdis Hilda Hilde Hilma Hjørdis Hulda Iben Ida Idun Ilse Ina Ines Inga Inge Ingeborg
  Ingelisa Ingelise Inger Ingerlise Ingrid Ingunn Irene Irma Isa Isabel Isabella Isabelle Iselin Ivalo Ivalu Ivana Jane Janet
  Janne Janni Jannie Jannike Jeanett Jeanette Jeanne Jennie Jennifer Jenny Jessica Jessie Jette Joan Johanna Johanne Jolanta
  Jonina Jonna Josefina Josefine Josephine Judith Julia Juliana Juliane Julianne Julie Justina Jytte Kaja Kamilla Kamma Karen
  Karin Karina Karla Karna Karoline Katarina Kate Katerina Katharina Kathe Kathrin Kathrine Katja Katrin Katrine Kaya Kimie
  Kimmie Kira Kirsten Kirsti Kirstine Kitty Klara Klaudia Kristel Kristina Kristine Käthe Laila Lajla Laura Laurine Lauritsa
  Lea Leah Leila Lena Lene Leonie Leonora Lexi Liam Liane Ligita Lili Lilian Lillan Lillian Lilly Lily Lina Linda Linette Linn
  Linnea Lis Lisa Lisbet Lisbeth Lise Liselotte Lisette Lissi Lissy Liva Lizette Lizzie Lone Lorna Lotta Lotte Louise Lovisa
  Lucy Ludmilla Lulu Luna Lydia Magda Magdalena Magdalene Maibritt Maike Maiken Maja Majbritt Majken Malene Mali Malin Malou
  Malu Maren Margaret Margareta Margit Margot Margrete Margrethe Margrit Maria Mariann Marianne Marie Marielle Marisa Marlene
  Marta Martha Martina Martine Mathilde Matilde Maud Maya Merete Merethe Meta Metalise Metha Mette Mia Michelle Mie Mimi Mina
  Minna Mira Miriam Molly Mona Monica Monika Musse Nadia Naja Najaaraq Nancy Nanna Nanny Natalie Natascha Natasha Natasja
  Nathalie Nella Nelly Nete Nicole Nicoline Nikita Nikolina Nikoline Nina Ninette Ninna Nivi Noelle Nora Norma Nuka Nynne Oda
  Oddny Olga Oline Olivia Ottilia Ottilie Paninnguaq Patricia Paula Paulina Pauline Penelope Pernelle Pernilla Pernille Petra
  Petrea Philippa Pia Pipaluk Polly Rachel Ragna Ragnhild Rakel Randi Rebecca Rebekka Regina Regine Regitze Renate Ria Rie
  Rigmor Rikke Rina Rita Roberta Ronja Rosalina Rosemarie Rosie Rosita Runa Ruth Sabina Sabine Sabrina Salli Sally Sandra
  Sanne Sara Sarah Selina Selma Serena Sheila Sidse Sidsel Siff Sigga Sigrid Sigurd Silje Sille Silvia Simone Siri Sisse
  Sissel Sita Sofia Sofie Sofy Solbritt Solrun Solveig Solvej Sonia Sonja Sophia Sophie Stefanie Steffi Stephanie Stine
  Sunniva Susan Susanna Susanne Susi Susie Sussi Sussie Suzanne Svanhild Svea Sylvia Synne Synnøve Tabita Tamara Tania Tanja
  Tatiana Tatjana Tea Tenna Teresa Terese Tessa Thea Thelma Theodora Theresa Therese Thilde Thit Thora Thyra Tiffany Tina
  Tonny Tullik Uffe Ulla Ulrika Ulrike Ulrikke Urd Ursula Valborg Valerie Vanessa Vanja Vendela Vera Veronica Vibeke Victoria
  Vigga Viktoria Vilma Vinni Vinnie Vivi Vivian Viviane Wilma Winnie Xenia Ydun Ylva Yrsa Yvonne Zelda Zenia Zita Zoe`

/** Mostly men's, of Danish use. */
export const MANDENAVNE = `
  Aagot Agnete Albertine Alfrida Almar Almut Alva Angla Anika Annas Annegrethe Annelie Arian Asa Aurelia Bendt
  Benja Bergljot Bothilde Constance Dyveke Ejlif Ejner Eleonore Elfrida Ellis Eloise Elsebeth Elva Emilian Erhardt
  Ermgard Fernanda Frands Fritze Gaia Gjertrud Hansigne Hansine Hedda Hedevig Hermod Hertha Jensine Kalle Katinka
  Kield Kjartan Kristiane Liss Livia Lova Marentine Marley Marna Mathea Matheo Millas Mourits Naya Nielsine Novalie
  Oluffa Olufine Otte Petrine Ragner Richardt Roar Salomon Svava Sylvest Teis Thorborg Thorkil Tilly Uma Vester Villum
  Viva Ærna
  Aage Adam Albert Alexander Alfons Alfred Algot Allan Alvar Alvin Amadeus Anders Andreas Andrew Angelo Angutivik
  Anthon Anton Antonio Aqqaluk Arild Arn Arne Arno Arnold Arthur Arvid Asbjørn Asger Asmus Atle Atli Axel Balthasar Bárður
  Bastian Benjamin Benny Berend Bernd Bernhard Bernt Bertel Bertil Bertram Birger Bjarke Bjarne Bjarni Bjørk Bob Bobby
  Børge Børje Børre Boris Boye Brian Bruno Brynjar Carl Carlo Carlos Carsten Caspar Casper Cedric Charles Charlie Chresten
  Christen Christer Christian Christoffer Christopher Claes Claus Clemens Clement Conrad Cornelius Daniel Danni Dannie Danny
  David Denis Dennis Detlef Dines Dion Donald Dorian Douglas Ea Ebbi Eddie Eddy Edgar Edmund Eduard Edvard Edvin Edward
  Edwin Egil Egon Eigil Eiler Einar Einer Eivind Ejgil Ejler Ejnar Ejvind Elias Elliot Elliott Elo Elof Emanuel Emil Emmanuel
  Enevold Enok Enrico Eric Erich Erik Erling Ernst Ervin Esben Eskil Eskild Espen Esper Evald Ewald Eyvind Fabian Fabio Felix
  Ferdinand Filip Filippo Flemmin Flemming Folke Folmer Frans Franz Freddie Freddy Frederic Frederick Frederik Frej
  Fridtjof Fritz Frode Gabriel Garth Geert Georg George Gerhard Gerner Gerth Gilbert Gorm Gotfred Gottfried Greger
  Gregers Gudmund Guido Gunnar Gunner Gunver Gustaf Gustav Haakon Hakon Hákun Haldor Halfdan Hannibal Harald Hardi Hardy
  Harris Harry Hartvig Hasse Hector Hein Heine Heino Heinrich Helge Helmer Helmut Helmuth Hemming Hening Henning Henrick
  Henrik Henry Herbert Herluf Herman Hermann Hilmar Hjalmar Hjalte Holger Holmer Hother Hugo Humphrey Ib Igor Ingemann Ingemar
  Ingolf Ingvar Ingvard Inuk Isaac Isac Isak Ivan Ivar Iver Ivik Jacob Jacques Jakob Jakup James Janick Jannick Jannik
  Janus Jarle Jason Jasper Jean Jeff Jeffrey Jens Jeppe Jepser Jeremias Jeremy Jerry Jes Jesper Jim Jimmi Jimmie Jimmy Joachim
  Joakim Joel Jørgen Jørn Johan Johannes John Johnni Johnnie Johnny Johny Jon Jonas Jonatan Jonathan Jonny Josef Joseph Joshua
  Jost Josva Juan Jules Julian Julius Justin Kaare Kai Karlo Karsten Kasimir Kaspar Kasper Keld Kell Ken Kenn Kennet Kenneth
  Kenny Kent Kevin Kim Kjeld Kjell Klaes Klaus Klavs Knud Knut Konrad Konstantin Kresten Kristian Kristjan Kristofer
  Kristoffer Kurt Lars Lasse Lau Lauge Laurens Laurids Laurits Lauritz Laust Leander Leif Leo Leon Leonard Leonardo Leonhard
  Levi Levin Linus Lionel Lorens Lorenz Loui Louie Louis Luca Lucas Ludvig Ludwig Lui Luis Luka Lukas Lukass Luke Mads
  Magne Magnus Malik Malte Malthe Marc Marcel Marco Marcus Marinus Mario Marius Markus Martin Martinus Marvin Mathæus Mathias
  Matias Mats Matteo Matthias Mattias Maurice Maurits Maximilian Melvin Michael Michel Mick Mickel Mickey Mikael Mikal Mikas
  Mike Miki Mikkel Mikkjal Milas Milo Milton Minik Mogens Moritz Morris Morten Muhammed Nathan Nathaniel Neel Nichlas
  Nicholas Nick Nicki Nicklas Nickolai Nicky Nicolai Nicolaj Nicolas Nicolay Niels Niklas Niklaus Nikolai Nikolaj Nikolas Nils
  Noa Noah Noam Nohr Normann Ohannes Ola Olaf Olaus Olav Ole Olfert Oliver Olle Oluf Omar Orla Orlando Oscar Oskar Osvald
  Oswald Otis Otto Ove Páll Patrick Patrik Paul Pauli Pavia Paw Peder Pelle Percy Perry Pete Peter Petter Philip Philipp
  Phillip Pierre Poul Pouli Povl Preban Preben Ragnar Ralf Ralph Ramon Randolf Rasmus Raymond Reginald Reimer Reiner Reinhard
  Richard Rickard Ricki Rickie Ricky Robert Roberto Roger Rói Roland Rolf Ronald Ronni Ronnie Ronny Rory Roy Ruben
  Rudi Rudolf Rudy Rufus Runi Rupert Russel Ryan Sammy Samson Samuel Scott Sebastian Severin Sigfred Sigmund Sigvald Silas
  Simon Sivert Sixten Snorre Søren Sofus Sonny Sophus Staffan Stanley Steen Stefan Steffan Steffen Stephan Stephen Steve
  Steven Stuart Sture Sune Svante Sven Svenn Svenning Sverre Sylvester Terje Terkel Terkild Theis Theo Theodor Theodore
  Thijs Thim Thøger Thomas Thor Thorben Thorbjørn Thore Thorkel Thorkild Thorleif Thorsten Thorvald Thue Thure Thyge Timm
  Timmy Timo Timothy Tito Tjalfe Tobias Todd Toke Tommi Tommy Tonni Torben Torbjørn Torkil Torkild Torleif Tormod Torsten
  Torvald Tristan Troels Truels Trygve Tycho Tyge Tyler Ulf Ulrich Ulrick Ulrik Uwe Vagn Valde Valdemar Valter Verner Victor
  Victorius Viggo Vigo Viktor Vilfred Vilhelm Viliam Villads Villi Villiam Villy Vincens Vincent Vito Vitus Vladimir Volmer
  Waldemar Walid Walter Walther Werner Wiggo Wilfred Wilhelm Willi William Willy Winston Wolfgang Xander Yannick Yngve Ziggy`

/** Of those who came from elsewhere, and their children. */
export const FORNAVNE_FRA_ANDRE_LANDE = `
  Abdirizak Abeer Abirami Abraham Agron Ahlam Aida Ajmal Albana Aleqa Aleqasina Almir Amit Anastasiia Angajo Anjali
  Anori Anusha Aputsiaq Arash Arnajaraq Arnannguaq Arnel Arunee Ashkan Asmir Aster Ayanle Ayman Babak Beinir Beinta
  Belma Bijan Birita Bjarta Bohdan Bushra Catalin Cennet Daiva Dánjal Daria Deepa Deqa Diep Dima Divya Durita Dzenan
  Döndü Eyðun Fahrudin Fariba Farzaneh Finnur Flutura Forough Fróði Geedi Georgi Georgiana Gezim Ghirmay Gunnvá Guntis
  Gönül Haben Hacer Haitham Halina Hallgerð Hanadi Hanus Havva Heðin Hekmat Hervør Hiep Hinda Hjalti Homa Horia Hristo
  Høgna Ibro Ikimaliq Ikraan Illia Ilze Imina Inaluk Inese Inna Innunguaq Inooraq Inunnguaq Ioan Iraj Ittu Ivica Iyad
  Izabela Izet Jamshid Jhon Jimale Jira Jóannes Jógvan Jomar Jórunn Kanya Kári Keyvan Khoa Khrystyna Kiran Krasimir
  Kristiana Kristianna Kugan Kumaran Kunuk Kuupik Kyrylo Kaali Larysa Leivur Lenuta Loredana Luljeta Maha Mahamed
  Maksym Malan Maliina Mariia Marilou Marita Marjun Maryna Mathusha Maysa Meral Merita Mersiha Mevludin Mieczysław Ming
  Mirlinda Mirosława Mirwais Mohannad Moustafa Muhamad Mujo Mykhailo Maannguaq Nadiia Najannguaq Najat Nalini Nangialai
  Nasim Nattaya Neha Newroz Nicolae Nicoleta Nijaz Nimco Nirosha Nivikka Nivikkannguaq Nooshin Nukannguaq Nukaaka Oanh
  Oddmar Oddvá Óluva Palwasha Pavlo Payam Petru Petur Petya Phuoc Piitaaraq Pilunnguaq Piranavan Pınar Ploy Pooja Porn
  Pushpa Pætur Qivioq Qupanuk Raed Rahwa Rajiv Rakul Raluca Rani Rannvá Ratchanee Recep Refik Reynaldo Roda Rógvi
  Roksolana Rolando Rositsa Roxana Ruba Rūta Safet Salik Sámal Saman Sangeetha Sanita Sanna Santhosh Sathya Saynab
  Sejad Selamawit Selvan Sema Serhiy Şerife Setareh Shpend Shqipe Shukri Siggerð Sikkersoq Silja Simin Símun Sina Şivan
  Sjúrður Sofiannguaq Solomiia Songül Sowda Spozhmay Steinbjørn Stojan Sucdi Suha Suljo Sunisa Sutharsan Svanna Şükrü
  Taraneh Teitur Terji Tetyana Tharani Tharsika Thevarajah Thusha Thushara Tórður Tórhallur Tórheðin Tóri Tórunn
  Tróndur Truc Tsvetelina Tudor Tukumminnguaq Tummas Tuncay Tupaarnaq Tuyen Ubax Uiloq Ujuunnguaq Ulloriaq Uvdloriaq
  Viacheslav Vígdis Viktoriia Vitalii Vladyslav Vlora Vuong Vytautas Weronika Wiesława Winta Xhemail Xiao Yahye Yara
  Yaşar Yeliz Yevhen Yordanka Yurii Zakarias Zakariye Zane Zarmina Zeina Zelal Zeray Zhanna Zhen Zlatan Zoriana
  Abdallah Abdelaziz Abdelkader Abdelrahman Abderrahman Abdi Abdikadir Abdikarim Abdirahman Abdirashid Abdolrahim Abdou Abdul
  Abdulaziz Abdulkadir Abdulla Abdullah Abdullahi Abdulrahman Abeba Abel Abena Achieng Adil Adjoa Adnan Adrian Adriana Afework
  Afran Afrim Agata Agim Agnieszka Ahmad Ahmed Ahmet Ahsan Aicha Aischa Aisha Akosua Akram Alaa Alaaddin Alejandra Alejandro
  Aleks Aleksandar Aleksander Aleksandra Aleksandrs Aleksej Alessandra Alessandro Alexei Alexey Ali Almaz Alojz Amadou Amal
  Amani Amanuel Amela Amin Amina Aminah Aminata Amine Amir Amira Amirah Ammar Amra Ana Analyn Anas Anastasia Anastasija
  Anatoli Andrei Andrej Andreja Andrii Andrius Andriy Andrzej Aneesa Aneta Anh Anil Anisa Antoni Antun Anwar Arben Arbnora
  Ardian Ardita Arif Arjun Arkadiusz Arman Armin Arta Artem Artur Arturas Arun Aruna Aryan Arzu Asad Asadullah Aseel Asha
  Ashley Ashraf Asif Asiya Aslan Asma Asmaa Asmeron Assad Atefeh Aung Avin Awad Awet Ayaan Ayan Aydan Ayhan Aylin Aynur Ayoub
  Ayse Aysha Ayten Ayub Azad Azadeh Azam Aziz Aziza Azra Bahar Banu Bartek Bartosz Bashar Bashir Basim Basma Bassam Bassem
  Batoul Beata Beatriz Behzad Bekim Bekir Bereket Berfin Berhane Beritan Berivan Besa Besim Besnik Betül Beytullah Beyza Bich
  Bilal Binh Biniam Bintou Birgitta Bjørg Blerim Blerta Bogdan Boguslaw Bojan Boleslaw Borislav Boubacar Bozena Brandon
  Branislav Branka Branko Bronislaw Bujar Burak Burhan Burim Büsra Cabdi Canan Catalina Cem Cemal Cemile Cengiz Ceren Cezary
  Chau Chen Chiara Chidi Chinedu Chioma Cihan Ciprian Ciwan Claude Claudine Consuelo Cosmin Costel Craig Cristian Cuong
  Czeslaw Dalal Dalia Dalibor Damian Damir Dania Danica Daniil Danijel Danuta Darius Dariush Dariusz Darja Darren Davud Dawit
  Dawood Dawud Deepak Deeqa Dejan Denitsa Deniz Derya Desislava Devran Diego Dilan Dilara Dilek Dilshad Dimitar Dimitri
  Dimitrios Dinesh Dino Dmitri Dmitry Dmytro Doaa Dogan Dolores Dominik Dominika Dorota Dragan Dragana Drago Drita Driton Duaa
  Duc Dumitru Dusan Dylan Dzenana Ebrahim Ebru Eda Edin Edita Edona Eduardo Edyta Egle Ehsan Eirik Ekrem Elaheh Elanur Elham
  Elif Elvis Elyas Elżbieta Eman Emeka Emel Emin Emina Emine Emre Engin Enisa Enrique Ercan Erdal Erdem Erdogan
  Erhan Erkan Ermias Erol Esat Esma Esperance Esperanza Esra Esteban Ethan Evin Ewa Ewelina Eyob Faarax Fadel Fadi Fadime
  Faduma Fadumo Fahad Fahd Faisal Faiza Farah Faraz Farhad Farhan Farhiya Farid Farida Faris Farnaz Farooq Farouk Faruk
  Farzana Fatema Fatemeh Fatih Fatima Fatimah Fatma Fatme Fatmir Fatos Fatou Fatoumata Fatuma Fawad Fawzi Faysal Feng
  Fereshteh Ferhat Feride Fernando Feven Fidan Fikret Filiz Filmon Firas Firdaws Firdous Fitim Fjolla Flamur Florian Florin
  Fouad Fowsia Francesca Francisco Franco Freshta Freweini Fuad Furkan Gabriela Galina Gamze Ganesh Gareth Gazmend Ghada
  Ghassan Ghazi Ghebre Gheorghe Ghulam Giang Giedrius Giovanni Giulia Giuseppe Golnaz Gonca Gopal Goran Gordana Graham Grazyna
  Grzegorz Guadalupe Gulalai Guled Gunilla Gzim Gökhan Göran Gösta Gülay Gülcan Güler Gülsen Gülsüm Günter Günther Habib
  Habiba Habibullah Habtom Hadi Hadia Hafsa Hagos Haidar Haider Haile Hajar Hakan Hakim Hala Halid Halil Halima Halime Halyna
  Hamad Hamda Hamdan Hamdi Hamdija Hamid Hamidullah Hamza Hamzah Hana Hanan Hanane Hanh Hani Hanife Haris Haroon Hartmut Harun
  Hasan Hashim Hassan Hatem Hatice Hatixhe Haval Havin Hawa Hawre Hayat Haydar Hayley Heather Heba Heike Heinz Hevin Hiba Hibo
  Hicham Hien Hieu Hikmet Hisham Hiwa Hoa Hoang Hoda Hodan Hosam Hoshyar Hossam Hossein Hrvoje Hser Htoo Huda Huong
  Husein Huseyin Hussain Hussein Hussin Huy Håkan Hülya Ibrahim Ibrahima Ibtisam Idris Idriss Ifeoma Ifrah Ihor Ihsan Ikram
  Ilham Ilhan Ilie Ilija Ilir Ilknur Ilona Ilyas Imad Iman Imane Immaculee Imran Inas Indira Ingo Ingrida Intisar Ioana Ionel
  Ionut Iqbal Irena Irfan Irina Iryna Ishak Iskender Ismael Ismail Ismet Israa Issa Ivanka Ivo Iwona Jaber Jabir Jacek
  Jadranka Jadwiga Jafar Jakub Jalal Jamal Jamil Jamila Janina Janusz Jarek Jaroslaw Jasim Jasmina Jasna Jassim Javed Javier
  Jawad Jayden Jelena Jerzy Jevgenij Jian Jihan Jinan Jiwan Jiyan Joanna Joao Jocelyn Jochen Jorge Jose Joumana Jovan
  Jovana Jovelyn Jozef Jozsef Juana Juha Jukka Juma Junaid Jurgita Jurij Justyna Jusuf Jörg Jürgen Kadija Kadir Kadriye Kamal
  Kamala Kamil Kamila Kamran Karam Kareem Karim Karol Karolina Karwan Kasim Kassem Katarzyna Kateryna Kaveh Kavitha Kawa
  Kawthar Kazim Kazimierz Keith Kelly Kemal Kenan Kerem Kerstin Kestutis Khadar Khadija Khadijo Khadra Khaled Khalid Khalil
  Khanh Khurram Kianoush Kibrom Kidane Kieu Kinga Kofi Kourosh Krishna Krystian Krystyna Krzysztof Ksenia Kumar Kushtrim
  Kwame Kwesi Kylie Kübra Labinot Ladan Lakshmi Lamia Lamya Larisa Laszlo Latif Latifa Lauren Layla Lech Lejla Lemlem Lennart
  Leszek Leticia Levent Leyla Liban Lidia Lilia Liliana Lindsay Linh Liridon Liridona Lirije Liu Ljiljana Ljubica Ljubomir
  Logan Lorenzo Lothar Luan Luay Lubna Lucyna Ludmila Luigi Luiz Lukasz Lulzim Luwam Lyudmila Maciej Madina Mahad Mahdi Maher
  Mahesh Mahir Mahmoud Mahmud Mahmut Mahnaz Mahsa Majed Majid Malak Malee Malek Malgorzata Malika Mamadou Manal Manfred Manish
  Mansoor Mansour Marcin Marek Mariam Mariama Mariana Mariatou Maricel Marija Marijana Marika Mariola Marisol Marit Marites
  Mariusz Marko Marwa Marwan Mary Maryam Maryan Marzena Marzia Masood Masoud Massimo Masuma Matej Mateusz Mato Matti Maxamed
  Mazen Medhanie Medine Meena Megan Mehari Mehdi Mehmed Mehmet Mehran Mehrdad Melek Meliha Melike Melisa Mercedes Merhawi
  Merve Merwan Meryem Metin Meysa Michal Miguel Mihaela Mihai Mihail Mika Mikhail Milena Milica Milka Milorad Milos Mindaugas
  Minh Minoo Miran Mirela Mirjana Mirko Miroslav Miroslaw Mirsad Mirza Mohamad Mohamed Mohammad Mohammed Mohamud Mohan Mohsen
  Mohsin Mojtaba Morteza Mostafa Mounir Mousa Moussa Muamer Mubarak Muhamed Muhammad Muharrem Mulugeta Muna Munir Munira
  Muqdas Murad Murat Musa Mustaf Mustafa Mustapha Mwangi Mykola Nabil Nabila Nadezhda Nadim Nadira Nadiya Nadja Nagham
  Nahid Naim Naima Naji Najia Najib Najibullah Najma Najwa Naqibullah Narges Naser Nasir Nasra Nasreen Nasrin Nasrullah Nasser
  Natalia Nataliia Natalija Natalya Natnael Nawal Nawaz Nazan Nazar Naziha Nazim Nazli Nebojsa Necati Nedzad Negasi Neil Nenad
  Nermin Nermina Nesrin Nevena Nevin Nexhmije Nga Ngoc Ngozi Nguyet Nhung Nida Nidal Nigel Nihad Nikola Nikolay Nilgün Nima
  Nimal Nimo Nirmala Nisa Nishanthan Nisreen Nisrin Nizar Nneka Noor Nour Noura Novak Nur Nuran Nuray Nurcan Nuri Nurten Nuur
  Obaid Obinna Oddvar Odette Okan Okbay Oksana Oleg Oleh Oleksandr Oleksandra Oleksii Olena Olha Oluwaseun Omer Omid Onur
  Orhan Osama Osman Ossama Othman Otieno Ousmane Ovidiu Ozan Pablo Paola Paolo Parisa Parvin Parviz Parwana Parwin 
  Patrycja Paulo Pavel Pawel Pedro Pejman Pelin Pentti Petar Petr Petro Peyman Phuc Phuong Piotr Pirjo Plamen Pouya Pradeep
  Prakash Pranee Predrag Priya Przemyslaw Päivi Qadir Qais Qasim Quang Quoc Quyen Quynh Rabia Rabih Rachid Radek Radka
  Radoslaw Radovan Radu Rafael Rafal Rafik Rafiq Raghad Raheem Rahel Rahim Rahma Rahman Rahmat Rahmatullah Rahul Raimonda
  Rainer Raj Raja Rajan Rajeev Rajesh Ramazan Ramesh Rami Ramin Ramiz Ramona Ramzi Rana Rania Ranjit Ranya Rasha Rasheed
  Rashid Rasul Ratana Rauf Raul Ravi Rawan Raza Razan Razvan Rebaz Rebin Reem Renata Rewan Reza Rezan Riad Ricardo Ridha 
  Ritva Riyad Rizwan Robel Robertas Rocio Rodrigo Rohit Rojda Rojhat Rojin Roksana Roni Rosalie Rosario Rostam Rowena Roya
  Rozerin Rukia Rukiye Ruqayya Ruslan Ryszard Rümeysa Saad Saadia Sabah Sabri Sadia Saeed Saeid Saeideh Safa Safia Safiya
  Sagal Sahar Sahin Sahra Said Saif Saima Sajid Sakina Salah Salam Saleem Salim Salma Salman Salwa Samar Sameer Samer Sami
  Samia Samir Samira Sana Sanaa Sanela Saniye Sanja Sanjay Sanjeev Santiago Sardar Sarmad Sasa Sasha Sawsan Sayed Sead Sean
  Sebastjan Seda Sedef Sefik Sefora Seher Sekou Selam Selda Selim Selin Semere Semih Semra Senad Senait Sepideh Serap Serdar
  Sergei Sergej Sergey Sergio Sergiu Serhat Serhii Serkan Sevda Sevgi Sevim Sevinc Shabana Shabnam Shadia Shafiq Shafiqa
  Shahid Shahida Shahin Shahram Shaima Shaimaa Shakir Shams Shamsa Shane Shankar Shanthi Sharif Sharma Sharon Shaukat Shazia
  Sherko Shireen Shirin Shirley Shohreh Shpresa Shukria Shwan Siamak Sibel Siegfried Sigríður Siham Simona Simret Sinan Sipan
  Siriporn Siva Sivakumar Skender Slavica Slavko Slawomir Slobodan Snezana Sohail Soheil Solange Solomon Somchai Soran Soraya
  Sorin Stacy Stanislav Stanislaw Stanka Stefania Stefano Stoyan Suaad Suad Suada Suda Suhail Sulaiman Suleiman Suleyman
  Sumaya Sumeya Sunil Sunita Supaporn Suphaporn Suresh Suthan Suzan Svetlana Svitlana Sylwia Szymon Sümeyye Tadeusz Taha Taher
  Tahir Tahira Tahmina Taimour Tamer Tamim Taras Tarek Tarik Tariq Tatyana Taufiq Tayfun Tayyab Tekle Temesgen Teodor Tesfay
  Tesfaye Tetiana Teuta Tewolde Thanh Thiago Thusyanthan Thuy Tihomir Toan Todor Tomas Tomasz Tomislav Tracy Trevor Trinh
  Trung Tsegay Tuan Tufan Tugba Tunde Turan Turid Tuula Tuyet Tülay Ubaid Ufuk Umaima Umar Umit Umut Urszula Usama Usha Usman
  Uthman Vadim Vahid Valentin Valentina Valentyna Valeri Valon Vasanthi Vasil Vasile Vasyl Velibor Vesna Vijay Vikram
  Viktorija Vinh Vinod Viorel Visar Vitali Vitalie Vitaliy Vjosa Vlad Vladislav Vlado Vojislav Volodymyr Wael Wafa Wahid
  Wahida Waleed Wanda Wanida Wanjiru Waqas Warda Warsame Wasim Wayne Wei Welat Weldu Wendy Widad Wieslaw Wiktor Wioletta
  Wissam Witold Wlodzimierz Wojciech Xasan Xezal Xhevat Ximena Xin Xuan Yagmur Yahya Yakub Yakup Yana Yaqub Yared Yaroslav
  Yasemin Yaser Yasin Yasir Yasmin Yasmine Yassin Yassine Yelena Yevgeni Yildiz Yilmaz Yohannes Yolanda Yonas Yordanos
  Yosef Yosra Younes Younis Yousef Youssef Yulia Yuliia Yun Yunus Yuri Yuriy Yusef Yusra Yusuf Zabihullah Zafar Zafer Zaher
  Zahid Zahir Zahra Zaid Zain Zainab Zakaria Zakariya Zaki Zamzam Zana Zarghuna Zayd Zaynab Zbigniew Zdravko Zdzislaw Zehra
  Zeinab Zeki Zeliha Zeljko Zerai Zeshan Zeynab Zeynep Ziad Ziba Zijad Zilan Ziyad Zlatka Zlatko Zofia Zohal Zohra Zohreh
  Zoran Zorica Zozan Zubaida Zubair Zulfiya Zuzanna Zygmunt Zübeyde Åke Ömer Özge Özlem Øystein Øyvind Ümmü`

/** Also ordinary words, months, places or things: a name only where something around it says so. */
export const TVETYDIGE_FORNAVNE = `
  Svale Jo Ro Nor Tyra Ravna Fjola
  Afaf Andrias Andris Bao Baran Barba Bartal Bibi Billa Bogi Brandur Constantin Dai Denys Dinh Dong Dragos Duong Elspa
  Elvir Eyð Farshid Gintaras Gutti Hadeel Halla Hao Hashmat Hendrik Henryk Herborg Hue Høgni Idil Ingi Janis Javad Jun
  Karstin Lam Lama Lek Liga Lirim Liudmyla Loc Lyudmyla Magni Mantas Mitra Negar Nhi Nhu Niloufar Noi Nok Nusret Óli
  Ostap Pól Regin Rodel Saleh Semhar Semir Senada Sigrun Sinnathamby Tam Thi Thu Trygvi Turgut Uni Unn Upaluk Uyen
  Valdete Vár Zhang
  Ambra April Asp Birke Ceder Cedra Due Eg Elm Engel Flint Frost Fryd Fryde Glød Guld Høst Ild Jade Januar Jul Juli
  Juni Karma Kløver Lind Linde Lyng Lys Løv Løve Marts Melissa Mild Mimosa Nord Opal Orkidé Perle Poppel Prik Prins
  Rubin Røn Safir Salvie Sine Skygge Smilla Sommer Stjerne Stær Sus Tiger Timian Torden Torn Trold Tulipan Valmue
  Vilde Vilje Vind Vinter Viol Ørn
  Adel Aksel Alba Alf Alin Ama André Ane Angelica Anis Anke Anker Aran Aras Ask Aske Asle Ata Atlas August Aurora Awa Balder
  Baraka Basel Ben Bent Bine Birk Bitten Bjørn Bo Boje Bonnie Bror Buster Chelsea Cherry Chili Dag Dan Dieter Dirk Divine Dung
  Dyre Ebbe Edda Edel Eden Eik Ela Else Emir Enes Erika Esge Eske Ester Faith Falk Falke Fares Fenris Finn Flora Florence
  Frank Fred Frede Genet Georgia Gert Gloria Glory Grace Gro Gry Gül Ha Hai Hans Hava Helle Hind Hong Hope Horst Hortensia Hui
  Hung Innocent Ion Iris Islam Israel Jack Jan Jarl Jasmin Jesus Jie Jing Jordan Joy June Junior Kaj Kamille Karl Khan
  Kian Kip Kristen Kristin Lan Leni Li Lien Lilje Lillemor Line Linea Ling Liv Loa Loan Loke Lola Lucia Luz Lykke Lærke Magna
  Mai Maj Manuel Margarita Marin Marina Mark Mason Max Mei Melodi Merlin Milan Mille Moses Mosse Muslim My Mynte Müge
  Nada Nader Nadir Nam Neema Nelson Noel Norman Nova Odin Oliva Palle Pasha Peer Per Perla Pil Pilar Qing Quan Rane Rasa Ravn
  Reno René Rikard Rim Rima rn Robin Roman Romana Rosa Rose Rumen Rune Saba Saga Salem Sam Sander Sejer Sejr Sif Signe Silke
  Siv Skjold Sky Sol Stein Stella Sten Stig Storm Sultan Svane Svend Sys Søs Tage Teddy Tejs Tien Tilde Tim Tine Tom Tone Toni
  Tor Tora Tove Tran Trang Trier Trine Tuba Tue Tulle Ture Tyr Ubah Ulv Urban Ute Vang Vega Veronika Vibe Viet Viola Violet
  Vita Vår Ward Yan Yen Ying`
