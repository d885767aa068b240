"""The Baltic and the Nordic countries."""

from clienteling.services.demo.nation import Nation, Place, listed, surnames

LATVIA = Nation(
    country="LV",
    language="lv",
    calling_code="371",
    trunk="",
    mobiles=("20 ### ###", "22 ### ###", "25 ### ###", "26 ### ###", "28 ### ###", "29 ### ###"),
    landlines=("67 ### ###",),
    women=listed(
        """Anna, Ilze, Līga, Kristīne, Inese, Dace, Sandra, Elīna, Laura, Zane, Agnese, Baiba, Evija, Ieva,
        Sanita, Santa, Jana, Madara, Signe, Aija, Vita, Gunta, Ināra, Rasma, Maija, Daiga, Elza, Emīlija,
        Marta, Paula, Sofija, Alise, Katrīna, Dārta, Elizabete, Undīne, Zanda, Vineta, Sarmīte, Mārīte, Rūta,
        Žanete, Jeļena, Svetlana, Natālija, Viktorija, Žaklīna, Ērika, Ģertrūde, Anete"""
    ),
    men=listed(
        """Jānis, Andris, Juris, Edgars, Mārtiņš, Kristaps, Artūrs, Aigars, Gatis, Guntis, Kaspars, Normunds,
        Raivis, Toms, Uldis, Valdis, Ainārs, Arvīds, Dainis, Egils, Gints, Ģirts, Imants, Ivars, Kārlis,
        Klāvs, Lauris, Māris, Miķelis, Oskars, Pēteris, Raitis, Reinis, Roberts, Rolands, Rūdolfs, Sandis,
        Ziedonis, Viesturs, Zigmārs, Aleksandrs, Dmitrijs, Sergejs, Vladislavs, Ņikita, Ēriks"""
    ),
    surnames=surnames(
        """Bērziņš/Bērziņa, Kalniņš/Kalniņa, Ozols/Ozola, Ozoliņš/Ozoliņa, Jansons/Jansone, Liepiņš/Liepiņa,
        Krūmiņš/Krūmiņa, Balodis/Balode, Eglītis/Eglīte, Zariņš/Zariņa, Pētersons/Pētersone, Vītols/Vītola,
        Kļaviņš/Kļaviņa, Kārkliņš/Kārkliņa, Vanags/Vanaga, Šķēle, Ķēniņš/Ķēniņa, Žagariņš/Žagariņa,
        Ģēģeris/Ģēģere, Lācis/Lāce, Briedis/Briede, Sproģis/Sproģe, Siliņš/Siliņa, Skujiņš/Skujiņa,
        Strautiņš/Strautiņa, Upītis/Upīte, Apsītis/Apsīte, Dzenis/Dzene, Dūmiņš/Dūmiņa, Grīnbergs/Grīnberga,
        Freimanis/Freimane, Birznieks/Birzniece, Celmiņš/Celmiņa, Cīrulis/Cīrule, Dambis/Dambe, Gailis/Gaile,
        Jēkabsons/Jēkabsone, Jurjāns/Jurjāne, Kauliņš/Kauliņa, Lapiņš/Lapiņa, Mežulis/Mežule,
        Miķelsons/Miķelsone, Nātriņš/Nātriņa, Paegle, Podnieks/Podniece, Pūce, Puriņš/Puriņa, Roze,
        Rudzītis/Rudzīte, Saulītis/Saulīte, Stūrītis/Stūrīte, Ābols/Ābola, Āboliņš/Āboliņa, Ērglis/Ērgle,
        Īvāns/Īvāne, Zvirbulis/Zvirbule, Žukovs/Žukova, Ivanovs/Ivanova, Petrovs/Petrova, Kuzņecovs/Kuzņecova,
        Volkovs/Volkova"""
    ),
    titles=("kundze", "kungs"),
    places=(
        Place("Rīga", "LV-10##"),
        Place("Rīga", "LV-10##"),
        Place("Rīga", "LV-10##"),
        Place("Jūrmala", "LV-20##"),
        Place("Liepāja", "LV-34##"),
        Place("Sigulda", "LV-2150"),
        Place("Cēsis", "LV-41##"),
        Place("Ventspils", "LV-36##"),
        Place("Ādaži", "LV-2164"),
    ),
    streets=listed(
        """Brīvības iela, Lāčplēša iela, Ģertrūdes iela, Strēlnieku iela, Alberta iela, Elizabetes iela,
        Meža prospekts, Dzintaru prospekts, Kr. Barona iela, Tērbatas iela, Skolas iela, Jūras iela,
        Ķīpsalas iela, Miera iela, Liepu iela"""
    ),
    houses=("*", "*#", "*#-#", "*#A-*", "1##-*#"),
    company="SIA “{name}”",
    hyphenated=0.06,
)

ESTONIA = Nation(
    country="EE",
    language="et",
    calling_code="372",
    trunk="",
    mobiles=("51## ####", "55## ####", "56## ####", "58## ####"),
    landlines=("6## ####",),
    women=listed(
        """Kadri, Liis, Kristiina, Maarja, Triin, Katrin, Piret, Tiina, Anneli, Ülle, Külli, Pille, Eha, Helju,
        Riina, Moonika, Merle, Kersti, Maire, Laine, Õnne, Grete, Eliise, Mirtel, Lenna"""
    ),
    men=listed(
        """Jaan, Toomas, Andres, Marten, Rasmus, Priit, Tõnu, Jüri, Märt, Kristjan, Tanel, Siim, Ants, Kalle,
        Rein, Peeter, Mihkel, Ülo, Tõnis, Hannes, Karl, Oskar, Sander"""
    ),
    surnames=surnames(
        """Tamm, Saar, Sepp, Mägi, Kask, Kukk, Rebane, Ilves, Pärn, Koppel, Luik, Oja, Kuusk, Põder, Lõhmus,
        Vaher, Teder, Käär, Rüütel, Kõiv, Sööt, Jõgi, Pihlak, Raudsepp, Tõnisson, Õunapuu, Mänd, Lepik,
        Kallas, Välja"""
    ),
    titles=("pr", "hr"),
    places=(
        Place("Tallinn", "101##"),
        Place("Tallinn", "106##"),
        Place("Tartu", "510##"),
        Place("Pärnu", "800##"),
        Place("Viimsi", "740##"),
    ),
    streets=listed(
        "Pikk, Vene, Roosikrantsi, Pärnu mnt, Narva mnt, Kreutzwaldi, Lai, Kaarli pst, Vabaduse pst, Õie, Põhja pst, Kase"
    ),
    houses=("*", "*#", "*#-*", "*#-1#"),
    company="{name} OÜ",
)

LITHUANIA = Nation(
    country="LT",
    language="lt",
    calling_code="370",
    trunk="",
    mobiles=("61# #####", "62# #####", "65# #####", "67# #####", "68# #####", "69# #####"),
    landlines=("5 2## ####",),
    women=listed(
        """Rūta, Eglė, Jurgita, Rasa, Daiva, Asta, Lina, Ieva, Aistė, Gabija, Austėja, Živilė, Vilma, Kristina,
        Ramunė, Giedrė, Milda, Sigita, Laima, Viltė, Ugnė, Aušra, Jūratė"""
    ),
    men=listed(
        """Jonas, Mindaugas, Tomas, Darius, Andrius, Vytautas, Gintaras, Rimantas, Paulius, Lukas, Mantas,
        Žygimantas, Algirdas, Kęstutis, Saulius, Marius, Arvydas, Rokas, Povilas, Šarūnas"""
    ),
    surnames=surnames(
        """Kazlauskas/Kazlauskienė, Petrauskas/Petrauskaitė, Jankauskas/Jankauskienė, Žukauskas/Žukauskienė,
        Butkus/Butkienė, Paulauskas/Paulauskaitė, Urbonas/Urbonienė, Stankevičius/Stankevičienė,
        Balčiūnas/Balčiūnaitė, Navickas/Navickienė, Šimkus/Šimkutė, Ramanauskas/Ramanauskienė,
        Žilinskas/Žilinskaitė, Mažeika/Mažeikienė, Grigas/Grigienė, Vaitkus/Vaitkutė, Čepas/Čepaitė,
        Gedvilas/Gedvilaitė, Šatas/Šataitė, Dambrauskas/Dambrauskienė"""
    ),
    titles=("ponia", "ponas"),
    places=(
        Place("Vilnius", "LT-01###"),
        Place("Vilnius", "LT-03###"),
        Place("Kaunas", "LT-44###"),
        Place("Klaipėda", "LT-91###"),
    ),
    streets=listed(
        "Pilies g., Gedimino pr., Vokiečių g., Užupio g., Didžioji g., Jogailos g., Žvėryno g., Vytauto pr., Liepų g."
    ),
    houses=("*", "*#", "*#-*", "*#-1#"),
    company="UAB „{name}“",
)

FINLAND = Nation(
    country="FI",
    language="fi",
    calling_code="358",
    trunk="0",
    mobiles=("40 ### ####", "41 ### ####", "44 ### ####", "45 ### ####", "50 ### ####"),
    landlines=("9 4### ###",),
    women=listed(
        """Aino, Helmi, Sanna, Päivi, Johanna, Riikka, Satu, Tuula, Kaarina, Anneli, Minna, Hannele, Elina,
        Sofia, Eeva, Pirjo, Leena, Ulla, Marjatta, Venla, Ilona, Jenni"""
    ),
    men=listed(
        """Mikko, Juha, Timo, Kari, Antti, Jari, Markku, Pekka, Olli, Väinö, Eero, Jukka, Matti, Janne, Ville,
        Tuomas, Heikki, Lauri, Aleksi, Ilkka"""
    ),
    surnames=surnames(
        """Mäkelä, Korhonen, Virtanen, Nieminen, Mäkinen, Hämäläinen, Laine, Heikkinen, Koskinen, Järvinen,
        Lehtonen, Saarinen, Salonen, Heinonen, Niemi, Räsänen, Kärkkäinen, Lähteenmäki, Pöyhönen, Väisänen,
        Ylönen, Ahonen"""
    ),
    titles=("rouva", "herra"),
    places=(
        Place("Helsinki", "001#0"),
        Place("Espoo", "021#0"),
        Place("Turku", "201#0"),
        Place("Tampere", "331#0"),
    ),
    streets=listed(
        "Bulevardi, Mannerheimintie, Pohjoisesplanadi, Korkeavuorenkatu, Hämeenkatu, Meritullinkatu, Töölönkatu"
    ),
    houses=("*", "*# A *", "*# B 1#", "*#"),
    company="{name} Oy",
)

DENMARK = Nation(
    country="DK",
    language="da",
    calling_code="45",
    trunk="",
    mobiles=(
        "20 *# ## ##",
        "22 *# ## ##",
        "26 *# ## ##",
        "28 *# ## ##",
        "30 *# ## ##",
        "31 *# ## ##",
        "40 *# ## ##",
        "51 *# ## ##",
        "61 *# ## ##",
    ),
    landlines=("33 *# ## ##", "86 *# ## ##"),
    women=listed(
        """Anne, Kirsten, Mette, Hanne, Anna, Helle, Susanne, Lene, Marianne, Maria, Inge, Karen, Lone, Bente,
        Camilla, Pia, Louise, Charlotte, Jette, Tina, Freja, Ida, Emma, Alma, Sofie, Astrid, Signe, Karoline,
        Asta, Liv, Bodil, Åse, Sørine, Gry, Solvej, Ragnhild, Ingeborg, Tove, Birgitte, Gitte, Rikke, Maja"""
    ),
    men=listed(
        """Jens, Peter, Lars, Michael, Henrik, Søren, Thomas, Jan, Christian, Martin, Niels, Anders, Morten,
        Jesper, Mads, Rasmus, Hans, Jørgen, Per, Ole, Kasper, Mikkel, Frederik, Emil, Oscar, William, Åge,
        Bjørn, Torben, Steen, Mogens, Asger, Malthe, Villads, Storm, Aksel, Kåre, Knud"""
    ),
    surnames=surnames(
        """Nielsen, Jensen, Hansen, Pedersen, Andersen, Christensen, Larsen, Sørensen, Rasmussen, Jørgensen,
        Petersen, Madsen, Kristensen, Olsen, Thomsen, Christiansen, Poulsen, Johansen, Møller, Mortensen,
        Kjær, Ågård, Bjørnholm, Ægidius, Østergaard, Nørgaard, Søndergaard, Holm, Lund, Schmidt, Dahl, Bach,
        Krogh, Skov, Friis, Højgaard, Bæk, Brødsgaard, Vestergård, Aagaard, Lindegård, Juhl, Kjærgaard,
        Overgaard, Sjøgren, Tværmose, Ravn, Buhl"""
    ),
    titles=("fru", "hr."),
    places=(
        Place("København K", "11##"),
        Place("København Ø", "2100"),
        Place("København N", "2200"),
        Place("Frederiksberg", "2000"),
        Place("Hellerup", "2900"),
        Place("Aarhus C", "8000"),
        Place("Aarhus N", "8200"),
        Place("Odense C", "5000"),
        Place("Aalborg", "9000"),
        Place("Helsingør", "3000"),
    ),
    streets=listed(
        """Strandvejen, Bredgade, Store Kongensgade, Østerbrogade, Gammel Kongevej, Åboulevarden, Frederiksgade,
        Søndergade, Nørre Allé, Ewaldsgade, Skovvej, Rosenvænget, H.C. Ørsteds Vej, Algade, Kystvejen,
        Lærkevej"""
    ),
    houses=("*", "*#", "*#, 2. tv", "*#, 3. th", "1##, st.", "*#, 1."),
    company="{name} ApS",
    hyphenated=0.0,
)

SWEDEN = Nation(
    country="SE",
    language="sv",
    calling_code="46",
    trunk="0",
    mobiles=("70 ### ## ##", "72 ### ## ##", "73 ### ## ##", "76 ### ## ##"),
    landlines=("8 ### ### ##",),
    women=listed(
        """Anna, Eva, Karin, Kristina, Lena, Åsa, Märta, Birgitta, Ingrid, Malin, Elsa, Astrid, Linnéa, Ebba,
        Sigrid, Gunilla, Annika, Ylva, Maj, Hedvig, Tuva, Josefin"""
    ),
    men=listed(
        """Lars, Anders, Göran, Björn, Åke, Håkan, Jörgen, Sven, Nils, Gustav, Axel, Oskar, Erik, Måns, Olle,
        Per, Stellan, Fredrik, Henrik, Rutger"""
    ),
    surnames=surnames(
        """Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson, Svensson, Lindström,
        Sjöberg, Bergström, Öberg, Åkesson, Söderlund, Nordström, Löfgren, Hägglund, Ängström, Björk,
        Sandström, Wallin, Ek"""
    ),
    titles=("fru", "herr"),
    places=(
        Place("Stockholm", "11# ##"),
        Place("Malmö", "21# ##"),
        Place("Göteborg", "41# ##"),
        Place("Lund", "22# ##"),
    ),
    streets=listed(
        """Strandvägen, Birger Jarlsgatan, Östermalmsgatan, Södra Förstadsgatan, Avenyn, Kungsgatan, Ålstensgatan"""
    ),
    houses=("*", "*#", "*# A"),
    company="{name} AB",
)

NORWAY = Nation(
    country="NO",
    language="nb",
    calling_code="47",
    trunk="",
    mobiles=(
        "40 ## ## ##",
        "41 ## ## ##",
        "46 ## ## ##",
        "90 ## ## ##",
        "92 ## ## ##",
        "97 ## ## ##",
        "99 ## ## ##",
    ),
    landlines=("22 ## ## ##",),
    women=listed(
        """Ingrid, Solveig, Kari, Astrid, Bjørg, Anne, Marit, Liv, Randi, Silje, Hilde, Gro, Turid, Åshild,
        Ragnhild, Nora, Thea, Synnøve, Tuva, Guro"""
    ),
    men=listed(
        """Bjørn, Ole, Kjell, Knut, Svein, Arne, Håkon, Øyvind, Tor, Geir, Trond, Magnus, Eirik, Åsmund, Sindre,
        Jørgen, Lars, Terje, Vegard, Pål"""
    ),
    surnames=surnames(
        """Hansen, Johansen, Olsen, Larsen, Andersen, Nilsen, Berg, Haugen, Hagen, Bakken, Bråthen, Ødegård,
        Sæther, Lønning, Strøm, Åsland, Moen, Solberg, Fjeld, Nygård, Skår, Vågen, Tveit"""
    ),
    titles=("fru", "herr"),
    places=(
        Place("Oslo", "01##"),
        Place("Oslo", "03##"),
        Place("Bergen", "50##"),
        Place("Stavanger", "40##"),
    ),
    streets=listed(
        """Bygdøy allé, Karl Johans gate, Frognerveien, Øvre Slottsgate, Kalfarveien, Strandgaten, Løkkeveien"""
    ),
    houses=("*", "*#", "*#B"),
    company="{name} AS",
)
