import { inLanguage } from '../../../press-room/language.ts'
import type { PressRoom } from '../../../press-room/press-room.ts'
import { plainWords } from '../alike.ts'

/** The capitals of the members of the United Nations, and the seats of its bodies and courts, as English, French and Spanish call them. */
const names = `
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
Hambourg, Hamburgo, Arusha, Lausanne, Lausana, Turin, Turín
`

/** Towns that are a letter away from one of these. */
const neighbours = new Set(['vitoria', 'harar', 'parys', 'genova', 'manilva', 'kingsville'])

let cities: ReadonlyMap<string, string> | undefined

/** Well-known places, and the cities of the IANA time zone database, by their plain names. */
function worldPlaces(): ReadonlyMap<string, string> {
  cities ??= new Map(
    [
      ...names.split(/,\s/),
      ...Intl.supportedValuesOf('timeZone').map((zone) => zone.replace(/^.*\//, '').replaceAll('_', ' ')),
    ].map((name) => [plainWords(name), name.trim()]),
  )
  return cities
}

const own = new WeakMap<PressRoom, ReadonlyMap<string, string>>()

/** Where the contacts of a press room are, by their plain names, in every language in which they are given. */
function ownPlaces(room: PressRoom): ReadonlyMap<string, string> {
  const before = own.get(room)
  if (before) return before
  const places = new Map<string, string>()
  for (const id of room.names.contacts)
    for (const { location } of room.contact(id)) {
      if (location === undefined) continue
      const all =
        typeof location === 'string' ? [location] : Object.keys(location).map((tag) => inLanguage(location, tag, tag))
      for (const name of all) places.set(plainWords(name), name)
    }
  own.set(room, places)
  return places
}

/** Whether a place is one of the press room's, or one that the world knows. */
export const isKnownPlace = (place: string, room: PressRoom): boolean => {
  const plain = plainWords(place)
  return ownPlaces(room).has(plain) || worldPlaces().has(plain)
}

/**
 * The place that was most likely meant by one that nobody knows: a letter more, less or another, or two the wrong way round. `used` are
 * the places of earlier releases.
 */
export function placeMeant(place: string, room: PressRoom, used: () => readonly string[]): string | undefined {
  const plain = plainWords(place)
  if (plain.length < 5 || isKnownPlace(place, room) || neighbours.has(plain)) return undefined
  const before = new Map(used().map((name) => [plainWords(name), name]))
  if (before.has(plain)) return undefined
  for (const places of [ownPlaces(room), before, worldPlaces()])
    for (const [known, name] of places) if (known.length >= 5 && isSlip(plain, known)) return name
  return undefined
}

/** Whether one edit, behind the first letter, makes one word of the other. */
function isSlip(typed: string, right: string): boolean {
  if (typed.charAt(0) !== right.charAt(0) || Math.abs(typed.length - right.length) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === right[start]) start++
  const rest = (text: string, from: number): string => text.slice(start + from)
  if (typed.length > right.length) return rest(typed, 1) === rest(right, 0)
  if (typed.length < right.length) return rest(typed, 0) === rest(right, 1)
  const swapped = typed[start] === right[start + 1] && typed[start + 1] === right[start]
  return rest(typed, 1) === rest(right, 1) || (swapped && rest(typed, 2) === rest(right, 2))
}
