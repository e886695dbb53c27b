/** The capitals of the members of the United Nations, and the seats of its bodies and courts, as English, French, Spanish and Arabic call them. */
export const capitalCities = `
Abu Dhabi, Abuja, Abuya, Accra, Acra, Addis Ababa, Addis-Abeba, Adís Abeba, Algiers, Alger, Argel, Amman, Ammán, Amsterdam, Ámsterdam,
Andorra la Vella, Andorre-la-Vieille, Ankara, Antananarivo, Apia, Ashgabat, Achgabat, Asjabad, Asmara, Astana, Asunción, Asuncion, Athens,
Athènes, Atenas, Baghdad, Bagdad, Baku, Bakou, Bakú, Bamako, Bandar Seri Begawan, Bangkok, Bangui, Banjul, Basseterre, Beijing, Pékin, Pekín,
Beirut, Beyrouth, Belgrade, Belgrado, Belmopan, Berlin, Berlín, Bern, Berne, Berna, Bishkek, Bichkek, Biskek, Bissau, Bogotá, Bogota,
Brasília, Brasilia, Bratislava, Brazzaville, Bridgetown, Brussels, Bruxelles, Bruselas, Bucharest, Bucarest, Budapest, Buenos Aires,
Bujumbura, Gitega, Cairo, Le Caire, El Cairo, Canberra, Caracas, Castries, Chisinau, Chișinău, Chisináu, Conakry, Copenhagen, Copenhague,
Dakar, Damascus, Damas, Damasco, Dhaka, Dacca, Daca, Dili, Djibouti, Yibuti, Dodoma, Doha, Dublin, Dublín, Dushanbe, Douchanbé, Dusambé,
Freetown, Funafuti, Gaborone, Georgetown, Guatemala City, Guatemala, Ciudad de Guatemala, Hanoi, Hanoï, Hanói, Harare, Havana, La Havane,
La Habana, Helsinki, Honiara, Islamabad, Jakarta, Yakarta, Jerusalem, Jérusalem, Jerusalén, Juba, Djouba, Yuba, Kabul, Kaboul, Kampala,
Kathmandu, Katmandou, Katmandú, Khartoum, Jartum, Kigali, Kingston, Kingstown, Kinshasa, Kinsasa, Kuala Lumpur, Kuwait City, Koweït, Kyiv,
Kiev, La Paz, Sucre, Libreville, Lilongwe, Lima, Lisbon, Lisbonne, Lisboa, Ljubljana, Liubliana, Lomé, Lome, London, Londres, Luanda,
Lusaka, Luxembourg, Luxemburgo, Madrid, Majuro, Malabo, Malé, Male, Managua, Manama, Manila, Manille, Maputo, Maseru, Mbabane, Lobamba,
Melekeok, Ngerulmud, Mexico City, Mexico, Ciudad de México, Minsk, Mogadishu, Mogadiscio, Mogadiscio, Monaco, Mónaco, Monrovia, Montevideo,
Moroni, Moscow, Moscou, Moscú, Muscat, Mascate, Nairobi, Nassau, Naypyidaw, N'Djamena, Yamena, New Delhi, Nueva Delhi, Niamey, Nicosia,
Nicosie, Nouakchott, Nuakchot, Nuku'alofa, Oslo, Ottawa, Ouagadougou, Uagadugú, Palikir, Panama City, Panama, Panamá, Paramaribo, Paris,
París, Phnom Penh, Podgorica, Port Louis, Port Moresby, Port of Spain, Puerto España, Port Vila, Port-au-Prince, Puerto Príncipe,
Porto-Novo, Cotonou, Prague, Praga, Praia, Pretoria, Pristina, Pyongyang, Quito, Rabat, Ramallah, Reykjavik, Reykjavík, Riga, Riyadh, Riad,
Rome, Roma, Roseau, Saint George's, Saint John's, San José, San Jose, San Marino, Saint-Marin, San Salvador, Sana'a, Sanaa, Saná, Santiago,
Santo Domingo, Saint-Domingue, São Tomé, Sarajevo, Seoul, Séoul, Seúl, Singapore, Singapour, Singapur, Skopje, Sofia, Sofía, South Tarawa,
Sri Jayawardenepura Kotte, Colombo, Stockholm, Estocolmo, Suva, Taipei, Tallinn, Tallin, Tashkent, Tachkent, Taskent, Tbilisi, Tbilissi,
Tiflis, Tegucigalpa, Tehran, Téhéran, Teherán, Thimphu, Thimphou, Tirana, Tokyo, Tokio, Tripoli, Trípoli, Tunis, Túnez, Ulaanbaatar,
Oulan-Bator, Ulán Bator, Vaduz, Valletta, La Valette, La Valeta, Vatican City, Victoria, Vienna, Vienne, Viena, Vientiane, Vientián, Vilna,
Vilnius, Warsaw, Varsovie, Varsovia, Washington, Wellington, Windhoek, Yamoussoukro, Yamusukro, Abidjan, Abiyán, Yaoundé, Yaounde, Yaundé,
Yaren, Yerevan, Erevan, Ereván, Zagreb,
The Hague, La Haye, La Haya, Geneva, Genève, Ginebra, New York, Nueva York, Strasbourg, Estrasburgo, Bonn, Montreal, Montréal, Hamburg,
Hambourg, Hamburgo, Arusha, Lausanne, Lausana, Turin, Turín,
أبوجا، أبوظبي، أبيدجان، أتلانتا، أثينا، أديس أبابا، أروشا، أستانا، أسمرة، أسونسيون، أكرا، ألماتي، أمستردام، أنتاناناريفو، أنقرة،
أوتاوا، أوسلو، أولان باتور، إسطنبول، إسلام آباد، باريس، باكو، بافوس، باماكو، بانجول، بانغي، بانكوك، بروكسل، بريتوريا، براتيسلافا،
برازافيل، برازيليا، براغ، برايا، برلين، برن، بريدج تاون، بغداد، بكين، بلغراد، بلموبان، بنما، بنوم بنه، بوخارست، بودابست، بودغوريتشا،
بوجمبورا، بورت أو برنس، بورت أوف سبين، بورت لويس، بورت مورسبي، بورتو نوفو، بوغوتا، بون، بوينس آيرس، بيروت، بيساو، بيشكيك، بيونغ يانغ،
تالين، تايبيه، تبليسي، تسخينفالي، تونس، تيرانا، تورينو، تيغوسيغالبا، تيمفو، جاكرتا، جورج تاون، جوبا، جيبوتي، جنيف، دار السلام، داكا،
داكار، دبلن، دمشق، دوشنبه، دودوما، ديلي، الدوحة، ديربان، رام الله، الرباط، روما، ريغا، ريكيافيك، الرياض، روزو، زغرب، سان خوسيه،
سان سلفادور، سان مارينو، سانتو دومينغو، سانتياغو، سراييفو، سكوبيه، سنغافورة، سوفا، سول، ستوكهولم، ستراسبورغ، صنعاء، صوفيا، طرابلس،
طشقند، طهران، طوكيو، عدن، عشق آباد، عمان، غابورون، غزة، غواتيمالا، فادوز، فاليتا، فرانكفورت، فريتاون، فيكتوريا، فيلنيوس، فيينا،
فيينتيان، القاهرة، القدس، كابول، كاتماندو، كاراكاس، كامبالا، كانبرا، كراكاس، كمبالا، كوبنهاغن، كوالالمبور، كولومبو، كوناكري، كوتونو،
كيتو، كيشيناو، كيغالي، كينشاسا، كييف، كينغستون، لاباز، لاغوس، لاهاي، لشبونة، لندن، لواندا، لوزان، لوزاكا، لوكسمبورغ، لومي، ليبرفيل،
ليلونغوي، ليما، ليوبليانا، ماباني، مابوتو، مالي، ماناغوا، مانيلا، مدريد، مسقط، المنامة، مقديشو، مكسيكو سيتي، مكسيكو، ملابو، منروفيا،
موروني، موسكو، موناكو، مونتريال، مونتيفيديو، ماسيرو، مينسك، نجامينا، نواكشوط، نيامي، نيروبي، نيقوسيا، نيودلهي، نيويورك، ناساو، هافانا،
هامبورغ، هانوي، هراري، هلسنكي، هونيارا، واشنطن، واغادوغو، وارسو، ويلينغتون، ويندهوك، ياوندي، يانغون، ياموسوكرو، يريفان، الجزائر،
الخرطوم، الكويت، الدار البيضاء، الإسكندرية، دبي، الشارقة، جدة، أربيل، البصرة، الموصل، حلب، بنغازي
`
