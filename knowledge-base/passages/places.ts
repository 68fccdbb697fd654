// Names of places a policy may give for data, backups or offices: countries, regions of the world, cloud
// regions and the cities data centres stand in. Vague words ("regions", "availability zones") are not places.

const COUNTRIES = `united states|usa|u\\.s\\.a?\\.?|us|united kingdom|uk|great britain|england|scotland|wales|ireland|european union|eu|eea|
european economic area|europe|france|germany|spain|portugal|italy|netherlands|belgium|luxembourg|switzerland|austria|denmark|sweden|
norway|finland|iceland|poland|czechia|czech republic|slovakia|hungary|romania|bulgaria|greece|croatia|serbia|slovenia|estonia|latvia|
lithuania|ukraine|turkey|israel|egypt|morocco|nigeria|kenya|south africa|united arab emirates|uae|saudi arabia|qatar|india|pakistan|
bangladesh|sri lanka|china|hong kong|taiwan|japan|south korea|korea|singapore|malaysia|indonesia|thailand|vietnam|philippines|
australia|new zealand|canada|mexico|brazil|argentina|chile|colombia|peru|uruguay|costa rica|north america|south america|latin america|
asia|apac|emea|africa|middle east`;
const CITIES = `london|dublin|paris|frankfurt|berlin|munich|amsterdam|madrid|barcelona|milan|rome|zurich|geneva|vienna|stockholm|oslo|
copenhagen|helsinki|warsaw|prague|budapest|lisbon|brussels|tel aviv|dubai|mumbai|bengaluru|bangalore|hyderabad|chennai|delhi|pune|tokyo|
osaka|seoul|sydney|melbourne|auckland|toronto|montreal|vancouver|new york|chicago|boston|dallas|seattle|san francisco|los angeles|denver|
atlanta|austin|washington|ashburn|sao paulo|mexico city|virginia|oregon|ohio|california|texas|iowa|karnataka|delaware|illinois|georgia|
new jersey|south carolina|quebec|ontario|bavaria`;
const CLOUD_REGIONS = `(?:us|eu|ap|ca|sa|af|me|cn|europe|asia|australia|northamerica|southamerica)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)+-?\\d?[a-z]?|(?:east|west|north|south|central) (?:us|europe)(?: \\d)?`;

const names = (list: string) =>
  list
    .replace(/\n/g, '')
    .split('|')
    .filter(name => name !== 'us');

// Cloud regions stand first: "us-east-1" is not "us", nor "eu-west-1" the whole of "eu".
/** Matches place names in any case, and "US"; `isPronoun` says which finds are the pronoun after all. */
export const PLACES = new RegExp(
  `\\b(?:${[CLOUD_REGIONS, ...names(COUNTRIES), ...names(CITIES), 'us'].join('|')})\\b`,
  'gi',
);

/** True when a match of PLACES is the pronoun "us". */
export function isPronoun(found: string): boolean {
  return found === 'us' || found === 'Us';
}
