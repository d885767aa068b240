"""Central and eastern Europe, Türkiye and south-east Asia."""

from clienteling.services.demo.nation import Nation, Place, listed, surnames

POLAND = Nation(
    country="PL",
    language="pl",
    calling_code="48",
    trunk="",
    mobiles=("50# ### ###", "51# ### ###", "60# ### ###", "66# ### ###", "69# ### ###"),
    landlines=("22 ### ## ##",),
    women=listed(
        """Aleksandra, Katarzyna, Małgorzata, Agnieszka, Łucja, Zofia, Joanna, Ewa, Barbara, Grażyna, Elżbieta,
        Bożena, Kinga, Wisława, Żaneta, Iga, Zuzanna, Urszula"""
    ),
    men=listed(
        """Paweł, Michał, Łukasz, Tomasz, Grzegorz, Krzysztof, Stanisław, Wojciech, Zbigniew, Jędrzej,
        Bartłomiej, Mikołaj, Jan, Rafał, Bogusław, Władysław"""
    ),
    surnames=surnames(
        """Wiśniewski/Wiśniewska, Kowalski/Kowalska, Wójcik, Kamiński/Kamińska, Lewandowski/Lewandowska,
        Zieliński/Zielińska, Szymański/Szymańska, Woźniak, Dąbrowski/Dąbrowska, Kozłowski/Kozłowska,
        Jabłoński/Jabłońska, Głąb, Żak, Sikora, Gołębiewski/Gołębiewska, Błaszczyk, Ćwik, Źródło, Wróbel"""
    ),
    titles=("Pani", "Pan"),
    places=(
        Place("Warszawa", "00-###"),
        Place("Kraków", "30-###"),
        Place("Gdańsk", "80-###"),
        Place("Wrocław", "50-###"),
    ),
    streets=listed(
        """ul. Nowy Świat, ul. Długa, al. Jerozolimskie, ul. Świętojańska, ul. Mokotowska, ul. Żurawia,
        ul. Piękna"""
    ),
    houses=("*", "*#/*", "*#", "1##/*#"),
    company="{name} Sp. z o.o.",
    hyphenated=0.08,
)

CZECHIA = Nation(
    country="CZ",
    language="cs",
    calling_code="420",
    trunk="",
    mobiles=("602 ### ###", "603 ### ###", "605 ### ###", "608 ### ###", "72# ### ###", "77# ### ###"),
    landlines=("22# ### ###",),
    women=listed(
        """Hana, Jana, Eva, Lenka, Kateřina, Věra, Tereza, Zdeňka, Markéta, Alžběta, Šárka, Jiřina, Ludmila,
        Adéla"""
    ),
    men=listed(
        """Jiří, Petr, Ondřej, Tomáš, Lukáš, Zdeněk, Václav, Miloš, Jaroslav, Vojtěch, Matěj, František, Radek,
        Aleš"""
    ),
    surnames=surnames(
        """Novák/Nováková, Svoboda/Svobodová, Dvořák/Dvořáková, Černý/Černá, Procházka/Procházková,
        Kučera/Kučerová, Veselý/Veselá, Horák/Horáková, Němec/Němcová, Řezníček/Řezníčková, Šťastný/Šťastná,
        Růžička/Růžičková, Křížek/Křížková, Doležal/Doležalová"""
    ),
    titles=("paní", "pan"),
    places=(Place("Praha", "1#0 00"), Place("Brno", "602 00"), Place("Karlovy Vary", "360 01")),
    streets=listed("Pařížská, Vinohradská, Národní, Dlouhá, Křižíkova, Veveří, Údolní, U Řeky"),
    houses=("*", "*#", "1##/*#"),
    company="{name} s.r.o.",
)

HUNGARY = Nation(
    country="HU",
    language="hu",
    calling_code="36",
    trunk="06",
    mobiles=("20 ### ####", "30 ### ####", "70 ### ####"),
    landlines=("1 2## ####", "1 3## ####"),
    women=listed(
        """Zsófia, Erzsébet, Ágnes, Ilona, Réka, Katalin, Judit, Csilla, Orsolya, Tünde, Gyöngyi, Éva, Lívia,
        Borbála"""
    ),
    men=listed(
        """László, István, Gábor, Zoltán, Attila, Tamás, Ákos, Bálint, Örs, Ádám, Győző, Péter, Dezső, Benedek"""
    ),
    surnames=surnames(
        """Kőszegi, Nagy, Kovács, Tóth, Szabó, Horváth, Kiss, Molnár, Németh, Balogh, Szűcs, Fehér, Győri,
        Pásztor, Bíró, Őry, Vörös, Szőke"""
    ),
    titles=("asszony", "úr"),
    places=(Place("Budapest", "10##"), Place("Szeged", "6720"), Place("Győr", "9021")),
    streets=listed("""Andrássy út, Váci utca, Fő utca, Régi posta utca, Dózsa György út, Üllői út, Széchenyi tér"""),
    houses=("*.", "*#.", "*#. II/*"),
    company="{name} Kft.",
)

ROMANIA = Nation(
    country="RO",
    language="ro",
    calling_code="40",
    trunk="0",
    mobiles=(
        "721 ### ###",
        "722 ### ###",
        "731 ### ###",
        "740 ### ###",
        "744 ### ###",
        "755 ### ###",
        "766 ### ###",
    ),
    landlines=("21 ### ####",),
    women=listed(
        """Ștefania, Ioana, Andreea, Mihaela, Elena, Crina, Ruxandra, Anca, Mădălina, Cătălina, Raluca, Oana,
        Simona, Tanța, Despina, Sânziana, Ileana, Luminița, Viorica, Anișoara, Ana-Maria"""
    ),
    men=listed(
        """Andrei, Ștefan, Mihai, Cătălin, Bogdan, Răzvan, Ionuț, Costică, Dragoș, Horațiu, Lucian, Sorin, Tudor,
        Vlăduț, Mircea, Adrian, Octavian, Ovidiu"""
    ),
    surnames=surnames(
        """Țurcanu, Mureșan, Popescu, Ionescu, Bălănescu, Țăran, Brândușescu, Stănescu, Rădulescu, Dumitrașcu,
        Șerban, Câmpeanu, Grigoraș, Lăzărescu, Moldoveanu, Vasilache, Pătrașcu, Ardeleanu, Zăvoianu, Ciobanu,
        Hațegan, Sârbu"""
    ),
    titles=("d-na", "dl"),
    places=(
        Place("București", "01####"),
        Place("Cluj-Napoca", "400###", "Cluj"),
        Place("Iași", "700###", "Iași"),
        Place("Brașov", "500###", "Brașov"),
    ),
    streets=listed(
        """Str. Plantelor, Bd. Dacia, Calea Victoriei, Str. Armenească, Str. Țepeș Vodă, Șos. Kiseleff,
        Str. Republicii, Str. Mușețești"""
    ),
    address="{street} nr. {house}",
    houses=("*", "*#", "*#, ap. *", "1##, sc. B, ap. 1#"),
    company="{name} SRL",
    hyphenated=0.06,
)

TURKIYE = Nation(
    country="TR",
    language="tr",
    calling_code="90",
    trunk="0",
    mobiles=(
        "532 ### ## ##",
        "533 ### ## ##",
        "535 ### ## ##",
        "542 ### ## ##",
        "505 ### ## ##",
        "555 ### ## ##",
    ),
    landlines=("212 2## ## ##", "216 3## ## ##"),
    women=listed(
        """Ayşe, Fatma, Zeynep, Elif, Gülşen, Çiğdem, Şebnem, Işıl, Ümran, Özge, Aslı, Defne, İpek, Nilüfer,
        Tuğba, Sıla, Müge, Yıldız"""
    ),
    men=listed(
        """Mehmet, Mustafa, Çağlar, Şükrü, Barış, Oğuz, Uğur, İsmail, Kağan, Ömer, Yiğit, Özgür, Tolga, Cem,
        Işık, Görkem, Ilgaz"""
    ),
    surnames=surnames(
        """Yıldırım, Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç,
        Aslan, Çetin, Koç, Kurt, Özkan, Şimşek, Işık, Güneş, İnanç"""
    ),
    titles=("Hanım", "Bey"),
    places=(
        Place("İstanbul", "34###"),
        Place("İzmir", "35###"),
        Place("Ankara", "06###"),
    ),
    streets=listed(
        """Atatürk Cad., Cumhuriyet Cad., Çınar Sok., İnönü Cad., Barış Sok., Gül Sok.,
        Menekşe Sok."""
    ),
    address="{street} No: {house}",
    houses=("*", "*#/*", "*#", "1##"),
    company="{name} Ltd. Şti.",
    hyphenated=0.0,
)

INDONESIA = Nation(
    country="ID",
    language="id",
    calling_code="62",
    trunk="0",
    mobiles=(
        "811 ### ####",
        "812 #### ####",
        "813 #### ####",
        "821 #### ####",
        "856 #### ####",
        "878 #### ####",
    ),
    landlines=("21 5## ####", "21 7## ####"),
    women=listed(
        """Dewi, Putri, Siti, Ratna, Wulan, Ayu, Ni Luh Made, Sri, Nur Aini, Indah, Melati, Kartika, Lestari,
        Ni Putu Ayu, Rahayu, Cahyani, Fitriani, Maharani"""
    ),
    men=listed(
        """Budi, Agus, I Made, I Wayan, Bambang, Joko, Rizky, Arief, Hendra, Yudi, I Gede, Teguh, Wahyu, Eko,
        Dimas, Bayu, Slamet"""
    ),
    surnames=surnames(
        """Kusumaningrum, Wulandari, Santoso, Wijaya, Pradnyani, Susanto, Hidayat, Setiawan, Suryadi, Nugroho,
        Saputra, Purnomo, Rahmawati, Handayani, Siregar, Simatupang, Hutapea, Darmawan, Adiningrat,
        Tjokrohadiningrat"""
    ),
    titles=("Ibu", "Bapak"),
    places=(
        Place("Jakarta", "10###", "DKI Jakarta"),
        Place("Bandung", "40###", "Jawa Barat"),
        Place("Denpasar", "80###", "Bali"),
        Place("Yogyakarta", "55###", "DI Yogyakarta"),
    ),
    streets=listed(
        """Jl. Sudirman, Jl. Diponegoro, Jl. Kemang Raya, Jl. Cikini, Jl. Braga, Jl. Melati, Jl. Sunset Road"""
    ),
    address="{street} No. {house}",
    houses=("*", "*#", "*#A", "1##"),
    company="PT {name}",
    mononyms=0.12,
    hyphenated=0.0,
)

VIETNAM = Nation(
    country="VN",
    language="vi",
    calling_code="84",
    trunk="0",
    mobiles=("90 ### ## ##", "91 ### ## ##", "93 ### ## ##", "94 ### ## ##", "98 ### ## ##"),
    landlines=("24 3### ####", "28 3### ####"),
    women=listed(
        """Thu Hà, Thị Lan, Minh Châu, Thanh Hương, Ngọc Ánh, Bảo Ngọc, Thùy Linh, Quỳnh Như, Hồng Nhung,
        Mỹ Duyên, Phương Thảo, Khánh Vy, Diệu Huyền"""
    ),
    men=listed(
        """Văn Hùng, Quốc Bảo, Minh Đức, Đình Phúc, Hoàng Long, Anh Tuấn, Thành Đạt, Gia Huy, Xuân Trường,
        Trọng Nghĩa, Việt Dũng"""
    ),
    surnames=surnames("Đặng, Nguyễn, Trần, Lê, Phạm, Huỳnh, Phan, Vũ, Võ, Bùi, Đỗ, Hồ, Ngô, Dương, Lý"),
    titles=("Chị", "Anh"),
    places=(Place("Hà Nội", "10####"), Place("Thành phố Hồ Chí Minh", "70####"), Place("Đà Nẵng", "55####")),
    streets=listed("Tràng Tiền, Phố Huế, Hàng Bông, Đồng Khởi, Nguyễn Huệ, Lê Lợi, Trần Hưng Đạo, Bạch Đằng"),
    address="{house} {street}",
    houses=("*", "*#", "1##", "*#/*"),
    company="{name} TNHH",
    family_first=True,
    hyphenated=0.0,
)
