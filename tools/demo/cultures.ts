/** Where made-up customers come from: names, streets and phone numbers that fit each other. */
export type Culture = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The start of a mobile number in E.164; so many digits more, whichever, make it a valid one. */
  readonly dial: string
  readonly digits: number
  readonly first: readonly string[]
  readonly last: readonly string[]
  readonly streets: readonly string[]
  readonly cities: readonly string[]
}

const words = (text: string) => text.trim().split(/\s+/)

/** Names are combinations of common ones and refer to no real person. */
export const CULTURES: readonly Culture[] = [
  {
    country: 'SE',
    dial: '+4670',
    digits: 7,
    first:
      words(`Anna Eva Maria Karin Sara Elin Åsa Lena Ingrid Märta Linnéa Wilma Astrid Ebba Tove Lars Erik Karl
      Anders Johan Per Nils Björn Göran Sven Oskar Axel Måns Håkan Gustav`),
    last: words(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson
      Jonsson Lindberg Lindström Lindqvist Bergström Sjöberg Åkesson Nyström Öberg Wikström Hällström Engström`),
    streets: ['Storgatan', 'Norra vägen', 'Kyrkogatan', 'Björkvägen', 'Hamngatan'],
    cities: ['Umeå', 'Luleå', 'Örebro', 'Gävle'],
  },
  {
    country: 'DE',
    dial: '+49151',
    digits: 8,
    first:
      words(`Anna Lena Sophie Katharina Jürgen Hans Peter Günther Wolfgang Dieter Heike Sabine Ursula Renate
      Matthias Jörg Björn Käthe Liesel Max Paul Felix Clara Frieda Emil Anton Greta Ida Otto Karl`),
    last: words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
      Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Groß Weiß Böhm`),
    streets: ['Hauptstraße', 'Bahnhofstraße', 'Gartenweg', 'Lindenallee'],
    cities: ['Bremen', 'Kiel', 'Lübeck', 'Rostock'],
  },
  {
    country: 'PL',
    dial: '+48601',
    digits: 6,
    first:
      words(`Anna Katarzyna Małgorzata Agnieszka Barbara Ewa Zofia Hanna Wiktoria Łucja Jan Stanisław Andrzej
      Krzysztof Piotr Tomasz Paweł Michał Łukasz Wojciech Kazimierz Zbigniew Jakub Szymon`),
    last: words(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski
      Kozłowski Jankowski Mazur Krawczyk Piotrowski Grabowski Pawłowski Król Wieczorek Wróbel Stępień Łuczak`),
    streets: ['ulica Długa', 'ulica Polna', 'ulica Leśna', 'ulica Słoneczna'],
    cities: ['Gdańsk', 'Poznań', 'Łódź', 'Białystok'],
  },
  {
    country: 'TR',
    dial: '+90532',
    digits: 7,
    first:
      words(`Ayşe Fatma Emine Hatice Zeynep Elif Merve Özlem Çiğdem Gülşen Mehmet Mustafa Ahmet Ali Hüseyin Hasan
      İbrahim Yusuf Ömer Çağrı Emre Burak Tuğba Şule`),
    last: words(`Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara
      Koç Kurt Özkan Şimşek Polat Korkmaz Erdoğan Güneş`),
    streets: ['Atatürk Caddesi', 'Çınar Sokak', 'İnönü Bulvarı'],
    cities: ['Bursa', 'İzmir', 'Eskişehir', 'Trabzon'],
  },
  {
    country: 'PT',
    dial: '+351912',
    digits: 6,
    first:
      words(`Ana Maria João José António Conceição Inês Catarina Beatriz Luís Gonçalo Tomás Simão Mafalda Helena
      Rita Sofia Miguel Rui Nuno Tiago Fátima Lúcia André`),
    last: words(`Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes
      Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Araújo Simões Magalhães`),
    streets: ['Rua do Carmo', 'Avenida da Liberdade', 'Travessa das Flores'],
    cities: ['Porto', 'Évora', 'Braga', 'Setúbal'],
  },
  {
    country: 'VN',
    dial: '+8490',
    digits: 7,
    first: words(
      `Anh Bình Châu Dũng Đức Giang Hà Hạnh Hiếu Hoa Hương Khánh Lan Linh Mai Minh Nam Ngọc Phúc Quân Thảo Trang Tuấn Vy`,
    ),
    last: words(
      `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Tô Cao Tạ Lương Châu`,
    ),
    streets: ['Đường Lê Lợi', 'Đường Trần Hưng Đạo', 'Phố Huế'],
    cities: ['Huế', 'Đà Nẵng', 'Cần Thơ', 'Hải Phòng'],
  },
  {
    country: 'GB',
    dial: '+447400',
    digits: 6,
    first:
      words(`Olivia Amelia Isla Grace Emily Charlotte Alice Margaret Joan Dorothy William George Harry Jack Oliver
      Thomas James Arthur Edward Henry Siobhan Niamh Rhys Gareth Fiona Hamish Angus Zoë Chloë`),
    last: words(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright Walker White Edwards Hughes Green
      Hall Lewis Harris Clarke Jackson Wood Turner Martin Cooper Hill O'Brien O'Connor MacDonald Campbell`),
    streets: ['High Street', 'Station Road', 'Church Lane', 'Mill Lane', 'Victoria Road'],
    cities: ['Leeds', 'Cardiff', 'Inverness', 'Norwich'],
  },
  {
    country: 'FI',
    dial: '+35840',
    digits: 7,
    first:
      words(`Aino Helmi Eevi Kaarina Päivi Tuulikki Sirpa Riitta Anneli Johanna Juhani Mikko Jukka Pekka Timo Antti
      Matti Väinö Eino Onni Leevi Jyrki Kyösti Äänetär`),
    last: words(`Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen
      Saarinen Salminen Niemi Heinonen Heikkilä Salonen Kinnunen Turunen Laitinen Tuominen Rantanen Jokinen`),
    streets: ['Mannerheimintie', 'Koulukatu', 'Rantatie'],
    cities: ['Oulu', 'Jyväskylä', 'Turku'],
  },
  {
    country: 'ES',
    dial: '+34612',
    digits: 6,
    first:
      words(`María Carmen Ana Lucía Paula Sofía Martina Rocío Begoña Íñigo José Antonio Manuel Francisco David Javier
      Ángel Andrés Jesús Adrián Álvaro Nuria Concepción Ramón`),
    last: words(`García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz
      Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Ibáñez Peña Núñez`),
    streets: ['Calle Mayor', 'Avenida de la Constitución', 'Plaza Nueva'],
    cities: ['Málaga', 'León', 'Cádiz', 'A Coruña'],
  },
  {
    country: 'NG',
    dial: '+234803',
    digits: 7,
    first:
      words(`Adaeze Chinedu Ngozi Emeka Ifeoma Obinna Amina Musa Hauwa Ibrahim Fatima Tunde Folake Yewande Segun
      Bolanle Kehinde Taiwo Chiamaka Uche Nkechi Aisha Zainab Babatunde`),
    last: words(`Okafor Okeke Nwosu Eze Adeyemi Adebayo Balogun Ogunleye Bello Abubakar Usman Mohammed Okonkwo Chukwu Obi
      Nnamdi Afolabi Olawale Lawal Suleiman Igwe Onyekachi Danjuma Akintola`),
    streets: ['Marina Road', 'Ahmadu Bello Way', 'Allen Avenue'],
    cities: ['Ibadan', 'Enugu', 'Kano', 'Abuja'],
  },
  {
    country: 'GR',
    dial: '+30697',
    digits: 7,
    first: words(
      `Μαρία Ελένη Αικατερίνη Βασιλική Σοφία Αγγελική Γεωργία Γεώργιος Δημήτριος Κωνσταντίνος Ιωάννης Νικόλαος Χρήστος`,
    ),
    last: words(
      `Παπαδόπουλος Βλάχος Αγγελόπουλος Νικολαΐδης Γεωργίου Παπαγεωργίου Οικονόμου Δημητρίου Ιωαννίδης Μακρής Καραγιάννης`,
    ),
    streets: ['Ερμού', 'Λεωφόρος Νίκης'],
    cities: ['Θεσσαλονίκη', 'Πάτρα', 'Ηράκλειο'],
  },
  {
    country: 'UA',
    dial: '+38067',
    digits: 7,
    first: words(
      `Олена Наталія Ірина Світлана Оксана Юлія Марія Олександр Сергій Андрій Микола Іван Василь Тарас Богдан Євген`,
    ),
    last: words(
      `Шевченко Коваленко Бондаренко Ткаченко Кравченко Олійник Ковальчук Поліщук Савченко Мельник Лисенко Гаврилюк Їжак`,
    ),
    streets: ['вулиця Шевченка', 'вулиця Садова'],
    cities: ['Львів', 'Одеса', 'Київ'],
  },
  {
    country: 'EG',
    dial: '+2010',
    digits: 8,
    first: words(`محمد أحمد محمود مصطفى علي حسن إبراهيم فاطمة مريم زينب نور سارة هدى يوسف عمر خالد`),
    last: words(`السيد حسن علي إبراهيم عبدالله المصري منصور سليمان فؤاد النجار رمضان شعبان`),
    streets: ['شارع التحرير', 'شارع النيل'],
    cities: ['القاهرة', 'الإسكندرية', 'أسوان'],
  },
]
