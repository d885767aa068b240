"""Western and southern Europe."""

from clienteling.services.demo.nation import Nation, Place, listed, surnames

GERMANY = Nation(
    country="DE",
    language="de",
    calling_code="49",
    trunk="0",
    mobiles=("151 ########", "160 #######", "170 #######", "172 #######", "175 #######", "179 #######"),
    landlines=("30 ########", "40 #######", "89 ########"),
    women=listed(
        """Johanna, Sabine, Ursula, Petra, Monika, Claudia, Birgit, Heike, Anja, Katrin, Käthe, Gisela, Ingrid,
        Franziska, Charlotte, Leonie, Antje, Friederike, Wiebke, Annegret, Dörte, Svenja, Ulrike"""
    ),
    men=listed(
        """Jürgen, Thomas, Wolfgang, Matthias, Jörg, Günther, Stefan, Uwe, Björn, Sören, Lukas, Maximilian,
        Felix, Konrad, Friedrich, Götz, Bernd, Holger, Torsten, Hans-Peter, Rüdiger"""
    ),
    surnames=surnames(
        """Weber, Müller, Schmidt, Schneider, Fischer, Meyer, Wagner, Becker, Schäfer, Koch, Schröder, Krüger,
        Köhler, König, Böhm, Jäger, Größler, Weiß, Vogel, Lübbers, von Arnsberg, zur Mühlen, Hübner,
        Straßburger, Völker, Tönnies"""
    ),
    titles=("Frau", "Herr"),
    places=(
        Place("Berlin", "10###"),
        Place("Hamburg", "20###"),
        Place("München", "80###"),
        Place("Lübeck", "235##"),
    ),
    streets=listed(
        "Königstraße, Schillerstraße, Lindenallee, Gartenstraße, Schlossstraße, Grüner Weg, Große Gasse, Mühlenweg"
    ),
    houses=("*", "*#", "*#a", "1##"),
    company="{name} GmbH",
    hyphenated=0.08,
)

FRANCE = Nation(
    country="FR",
    language="fr",
    calling_code="33",
    trunk="0",
    mobiles=("6 1# ## ## ##", "6 3# ## ## ##", "6 6# ## ## ##", "6 8# ## ## ##", "7 8# ## ## ##"),
    landlines=("1 4# ## ## ##", "4 9# ## ## ##"),
    women=listed(
        """Camille, Élodie, Hélène, Chloé, Léa, Zoé, Anaïs, Françoise, Geneviève, Aurélie, Inès, Margaux, Noémie,
        Océane, Solène, Maëlys, Clémence, Joséphine, Marie-Laure, Anne-Sophie, Béatrice, Agnès"""
    ),
    men=listed(
        """François, Jérôme, Rémi, Gaël, Loïc, Stéphane, Frédéric, Benoît, Étienne, Cédric, Hervé, Jean-Baptiste,
        Théo, Raphaël, Noël, Aurélien, Olivier, Guillaume, Antoine, Régis"""
    ),
    surnames=surnames(
        """Lefèvre, Dubois, Moreau, Garçon, Béranger, Gauthier, Lemaître, Chevallier, Rousseau, Besnard, Le Goff,
        de La Tour, Fournier, Girard, Mercier, Faure, Hébert, Prévost, Guérin, Crépin, Boulanger, Sénéchal,
        Pâris, Delaître"""
    ),
    titles=("Mme", "M."),
    places=(
        Place("Paris", "750##"),
        Place("Lyon", "6900#"),
        Place("Nice", "06000"),
        Place("Bordeaux", "33000"),
    ),
    streets=listed(
        """rue Victor Hugo, avenue de la République, rue des Écoles, boulevard Pasteur, rue du Château, allée des Tilleuls,
        quai de l’Église, place du Marché"""
    ),
    address="{house} {street}",
    houses=("*", "*#", "*# bis", "1##"),
    company="{name} SARL",
    hyphenated=0.15,
)

ITALY = Nation(
    country="IT",
    language="it",
    calling_code="39",
    trunk="",
    mobiles=("333 ### ####", "335 ### ####", "338 ### ####", "340 ### ####", "347 ### ####", "349 ### ####"),
    landlines=("02 #### ####",),
    women=listed(
        """Giulia, Chiara, Francesca, Alessia, Martina, Federica, Elisa, Ilaria, Valentina, Beatrice, Bianca,
        Ludovica, Ginevra, Marianna, Lucia, Rosalba, Noemi, Niccolina, Caterina, Eleonora"""
    ),
    men=listed(
        """Marco, Alessandro, Andrea, Matteo, Lorenzo, Niccolò, Davide, Giosuè, Tommaso, Pietro, Riccardo,
        Edoardo, Filippo, Stefano, Gianluca, Emanuele, Raffaele, Salvatore"""
    ),
    surnames=surnames(
        """D’Amico, Bianchi, Moretti, Costa, Rossi, Ferrari, Esposito, Colombo, Ricci, Marino, Greco, Conti,
        De Luca, Mancini, D’Angelo, Lombardi, Caputo, Della Valle, Cantù, Forlì, Benvenuto, Sartori, Viganò,
        Dell’Orto"""
    ),
    titles=("Sig.ra", "Sig."),
    places=(
        Place("Milano", "201##", "MI"),
        Place("Roma", "001##", "RM"),
        Place("Torino", "101##", "TO"),
        Place("Firenze", "501##", "FI"),
    ),
    streets=listed(
        "Via Garibaldi, Via Manzoni, Corso Italia, Via dei Mille, Piazza Cavour, Via San Niccolò, Viale Umbria, Via Po"
    ),
    houses=("*", "*#", "*#/A"),
    company="{name} S.r.l.",
)

NETHERLANDS = Nation(
    country="NL",
    language="nl",
    calling_code="31",
    trunk="0",
    mobiles=("6 1### ####", "6 2### ####", "6 4### ####", "6 5### ####"),
    landlines=("20 ### ####", "70 ### ####"),
    women=listed(
        """Noor, Sanne, Femke, Fleur, Anouk, Lotte, Marieke, Saskia, Willemijn, Hanneke, Maaike, Roos, Eefje,
        Annelies, Liesbeth, Josephine, Zoë, Tess"""
    ),
    men=listed(
        """Jeroen, Pieter, Willem, Joost, Sander, Bram, Daan, Maarten, Thijs, Ruben, Hendrik, Koen, Gijs, Stijn,
        Floris, Jan-Willem, Matthijs, Diederik"""
    ),
    surnames=surnames(
        """van der Heijden, de Vries, Jansen, van den Berg, Bakker, Visser, Smit, Meijer, de Boer, Mulder, Bos,
        Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, van ’t Hof, ter Haar, Dijkstra, Veldkamp"""
    ),
    titles=("mevr.", "dhr."),
    places=(
        Place("Amsterdam", "10## @@"),
        Place("Den Haag", "25## @@"),
        Place("Utrecht", "35## @@"),
        Place("Haarlem", "20## @@"),
    ),
    streets=listed(
        "Herengracht, Keizersgracht, Prinsengracht, Javastraat, Lange Voorhout, Koningslaan, Bloemgracht, Oudegracht"
    ),
    houses=("*#", "1##", "*# II", "*#-hs"),
    company="{name} B.V.",
    hyphenated=0.06,
)

SPAIN = Nation(
    country="ES",
    language="es",
    calling_code="34",
    trunk="",
    mobiles=("61# ### ###", "62# ### ###", "65# ### ###", "66# ### ###", "67# ### ###"),
    landlines=("91# ### ###", "93# ### ###"),
    women=listed(
        """María, Ana, Lucía, Carmen, Inés, Begoña, Rocío, Pilar, Sofía, Ángela, Belén, Nuria, Mónica, Araceli,
        Montserrat, Núria, Leire, Ainhoa, Concepción"""
    ),
    men=listed(
        """Óscar, José, Íñigo, Andrés, Álvaro, Raúl, Javier, Ramón, Jesús, Martín, Sebastián, Iñaki, Gonzalo,
        Nicolás, Héctor, Agustín, Joaquín, Tomás"""
    ),
    surnames=surnames(
        """Pérez Núñez, Ibáñez, García López, Fernández, Muñoz, Martínez Gómez, Peña, Castañeda, Ordóñez,
        Vázquez, Gutiérrez Ríos, Sáenz, Yáñez, Zúñiga, Hernández Vidal, Cortés, Núñez Prat, Domínguez,
        Echeverría, Roig"""
    ),
    titles=("Sra.", "Sr."),
    places=(
        Place("Madrid", "280##"),
        Place("Barcelona", "080##"),
        Place("Sevilla", "410##"),
        Place("San Sebastián", "200##"),
    ),
    streets=listed(
        """Calle de Serrano, Paseo de Gracia, Calle Mayor, Avenida de la Constitución, Calle Peñón, Rambla Nova"""
    ),
    address="{street}, {house}",
    houses=("*", "*#, 3º B", "*#", "*#, 1º"),
    company="{name} S.L.",
    hyphenated=0.0,
)

BRITAIN = Nation(
    country="GB",
    language="en",
    calling_code="44",
    trunk="0",
    mobiles=("7400 ######", "7500 ######", "7712 ######", "7812 ######", "7890 ######", "7958 ######"),
    landlines=("20 7### ####", "131 2## ####"),
    women=listed(
        """Charlotte, Imogen, Fiona, Harriet, Eleanor, Zoë, Siân, Aoife, Niamh, Rosalind, Georgina, Beatrix,
        Priya, Chloë, Margaret, Philippa, Heather, Isla"""
    ),
    men=listed(
        """James, Oliver, Rhys, Alistair, Callum, Edward, Harry, Seán, Rupert, Gareth, Duncan, Hamish, Tariq,
        Piers, Graham, Dominic, Euan, Miles"""
    ),
    surnames=surnames(
        """Smith, Jones, Ashworth, Pemberton, O’Neill, MacAllister, Hughes, Davies, Thackeray, Whitfield,
        Carmichael, O’Sullivan, St John, Fairfax, Okafor, Patel, Llewellyn, Hargreaves, Lockwood"""
    ),
    titles=("Ms", "Mr"),
    places=(
        Place("London", "SW# *@@"),
        Place("London", "W1@ *@@"),
        Place("Edinburgh", "EH# *@@"),
        Place("Bath", "BA1 *@@"),
    ),
    streets=listed("""Church Lane, High Street, Rose Street, Cheyne Row, Priory Gate, Moray Place, The Avenue"""),
    address="{house} {street}",
    houses=("*", "*#", "Flat *, *#", "1##"),
    company="{name} Ltd",
    hyphenated=0.06,
)
