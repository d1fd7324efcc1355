// The adjectives that Docker begins a container's name with when nobody gave it one.
const adjectives = new Set(
  (
    'admiring adoring affectionate agitated amazing angry awesome beautiful blissful bold boring brave busy charming clever ' +
    'compassionate competent condescending confident cool cranky crazy dazzling determined distracted dreamy eager ecstatic ' +
    'elastic elated elegant eloquent epic exciting fervent festive flamboyant focused friendly frosty funny gallant gifted ' +
    'goofy gracious great happy hardcore heuristic hopeful hungry infallible inspiring intelligent interesting jolly jovial ' +
    'keen kind laughing loving lucid magical modest musing mystifying naughty nervous nice nifty nostalgic objective ' +
    'optimistic peaceful pedantic pensive practical priceless quirky quizzical recursing relaxed reverent romantic sad ' +
    'serene sharp silly sleepy stoic strange stupefied suspicious sweet tender thirsty trusting unruffled upbeat vibrant ' +
    'vigilant vigorous wizardly wonderful xenodochial youthful zealous zen'
  ).split(' '),
);

/** Whether a container's name is one that Docker makes up: `brave_hopper`, and `brave_hopper3` where that was taken. */
export const isMadeUpName = (name: string): boolean => {
  const match = /^([a-z]+)_[a-z]+\d?$/u.exec(name);
  return match !== null && adjectives.has(match[1]!);
};
