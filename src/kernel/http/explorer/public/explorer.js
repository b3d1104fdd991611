/**
 * The explorer's page: a bar that decides who is asking and in which language, above GraphiQL opened with the examples.
 * Plain JavaScript, no build step. React and GraphiQL are the browser builds loaded before this file.
 */
import { caller, callerHeaders, execute, get, issueToken, memory, operationHeaders } from './caller.js';
import { TEXTS } from './texts.js';

const { React, ReactDOM, GraphiQL } = globalThis;
const element = (id) => document.getElementById(id);

/** GraphiQL's storage. The length and `clear` it is given concern its own keys only, not what the bar remembers. */
const graphiqlKeys = () => Object.keys(sessionStorage).filter((key) => key.startsWith('graphiql:'));
const graphiqlStorage = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => sessionStorage.setItem(key, value),
  removeItem: (key) => sessionStorage.removeItem(key),
  clear: () => {
    for (const key of graphiqlKeys()) sessionStorage.removeItem(key);
  },
  get length() {
    return graphiqlKeys().length;
  },
};

let examples = [];
let choices = [];
const text = () => TEXTS[caller.language];

// ---- GraphiQL

const operationName = (query) => /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1];

const toTab = ({ title, query, variables }) => ({
  query: `# ${title.zh} / ${title.en}\n${query.trim()}`,
  variables: variables ? JSON.stringify(variables, null, 2) : '',
});

function prepareTabs() {
  // Tabs are kept over a reload, but only while the examples they came from are still the examples.
  const fingerprint = JSON.stringify(examples);
  if (memory.read('examples') !== fingerprint) graphiqlStorage.clear();
  memory.write('examples', fingerprint);
  const tabs = examples.map(toTab);
  // GraphiQL 4 shows the first default tab without its variables; it does read the editors' last content from storage.
  if (tabs[0] && !graphiqlStorage.getItem('graphiql:tabState')) {
    graphiqlStorage.setItem('graphiql:query', tabs[0].query);
    graphiqlStorage.setItem('graphiql:variables', tabs[0].variables);
  }
  return tabs;
}

let root;
let tabs;
/** Draws GraphiQL for the present caller. A new fetcher makes it forget the schema and ask for the caller's own. */
function showGraph() {
  root ??= ReactDOM.createRoot(element('graphiql'));
  tabs ??= prepareTabs();
  const properties = {
    fetcher: (operation) => execute(operation),
    defaultTabs: tabs.length > 0 ? tabs : undefined,
    storage: graphiqlStorage,
    onTabChange: showRoleHint,
    // The bar sets the headers; a second place for them would contradict it.
    isHeadersEditorEnabled: false,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'variables',
    inputValueDeprecation: true,
    schemaDescription: true,
  };
  // The empty logo: the bar already says where one is.
  root.render(React.createElement(GraphiQL, properties, React.createElement(GraphiQL.Logo, null, ' ')));
}

/** Text of an editor now: GraphiQL tells nobody what is in it until it is edited, CodeMirror's element knows. */
const editor = (selector) => document.querySelector(`${selector} .CodeMirror`)?.CodeMirror;

function curl() {
  const query = editor('.graphiql-query-editor');
  const variables = editor('.graphiql-editor-tool')?.getValue().trim();
  const body = {
    query: query?.getValue(),
    ...(query?.operationName && { operationName: query.operationName }),
    ...(variables && { variables: JSON.parse(variables) }),
  };
  const quote = (value) => `'${value.replaceAll("'", "'\\''")}'`;
  const headers = Object.entries(operationHeaders()).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  return [
    'curl -s',
    quote(`${location.origin}/graphql`),
    ...headers,
    '--data-binary',
    quote(JSON.stringify(body)),
  ].join(' ');
}

// ---- the bar

/** Says something in the bar, with at most one thing to do about it. */
function say(message, action, run) {
  element('status').replaceChildren(message);
  if (!action) return;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: action });
  button.addEventListener('click', run);
  element('status').append(' ', button);
}

const sayFailure = (error) => say(text().failed(error.message));

let shown = JSON.parse(graphiqlStorage.getItem('graphiql:tabState') ?? 'null');
let example;
/**
 * An example opens as the role it was written for, so that it works at once. Whoever then picks another role keeps it,
 * and the bar says which one the example is meant for: a refusal is easier to understand when it is foretold.
 */
function showRoleHint(tabState = shown) {
  // GraphiQL stores its tabs a moment later, so the storage may still say which tab was open before.
  shown = tabState;
  say('');
  const query = tabState?.tabs[tabState.activeTabIndex]?.query;
  const name = query && operationName(query);
  const opened = name !== example && example !== undefined;
  example = name ?? '';
  const role = name && examples.find((example) => operationName(example.query) === name)?.role;
  if (!role || !caller.choice || caller.choice.role === role) return;
  const better =
    choices.find((choice) => choice.role === role && choice.district === caller.choice.district) ??
    choices.find((choice) => choice.role === role);
  if (better && opened) become(better);
  else if (better) say(text().role(better.roleTitle[caller.language]), text().change, () => become(better));
}

function drawBar() {
  document.documentElement.lang = caller.language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text()[node.dataset.text];
  element('own').placeholder = text().ownPlaceholder;
  element('who-field').hidden = choices.length === 0;
  const groups = Map.groupBy(choices, (choice) => choice.districtName[caller.language]);
  element('who').replaceChildren(
    ...(caller.choice ? [] : [new Option(text().ownChosen, '', true, true)]),
    ...[...groups].map(([district, choices]) => {
      const group = Object.assign(document.createElement('optgroup'), { label: district });
      for (const choice of choices) {
        const chosen = choice === caller.choice;
        group.append(new Option(`${district} · ${choice.roleTitle[caller.language]}`, keyOf(choice), chosen, chosen));
      }
      return group;
    }),
  );
}

const keyOf = (choice) => `${choice.district}/${choice.role}`;

/** The choice made before in this browser tab, else one that can run the first example; undefined outside the demo. */
const usualChoice = () =>
  choices.find((choice) => keyOf(choice) === memory.read('who')) ??
  choices.find((choice) => choice.role === examples[0]?.role) ??
  choices[0];

let turn = 0;
/** Takes a demo token. Of two choices in quick succession the later one wins, whichever answer arrives first. */
async function become(choice) {
  const mine = ++turn;
  try {
    const token = choice ? await issueToken(choice) : '';
    if (mine === turn) await use({ token, choice });
  } catch (error) {
    if (!root) showGraph(); // better an explorer without a token than an empty page
    drawBar(); // the select goes back to who the caller still is
    sayFailure(error);
  }
}

const becomeOwner = (token) => {
  turn++;
  return use({ token: token.trim().replace(/^Bearer\s+/i, ''), choice: undefined });
};

async function use({ token, choice }) {
  const mine = turn;
  Object.assign(caller, { token, choice });
  memory.write('who', choice ? keyOf(choice) : '');
  memory.write('own', choice ? '' : token);
  element('own').value = choice ? '' : token;
  // Tabs are made once, of the examples that the first caller's district has.
  const own = root ? examples : await readExamples().catch(() => examples);
  if (mine !== turn) return;
  examples = own;
  redraw();
}

function redraw() {
  drawBar();
  showGraph();
  showRoleHint();
}

async function copy(value) {
  if (navigator.clipboard) return navigator.clipboard.writeText(value);
  // Browsers offer the clipboard on https and localhost only; a colleague's machine on the LAN is neither.
  const area = Object.assign(document.createElement('textarea'), { value });
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

const copied = (value) => copy(value).then(() => say(text().copied), sayFailure);

/** A plain link would ask without the token and get another graph, so the file is fetched and handed over. */
async function downloadSchema(event) {
  event.preventDefault();
  const file = await (await get('/schema.graphql', callerHeaders())).blob();
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(file),
    download: `schema${caller.choice ? `-${caller.choice.district}` : ''}.graphql`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

element('who').addEventListener('change', (event) =>
  become(choices.find((choice) => keyOf(choice) === event.target.value)),
);
element('own').addEventListener('change', ({ target }) => {
  if (target.value) becomeOwner(target.value);
  else if (!caller.choice) become(usualChoice()); // the field was emptied: forget the token
});
element('own').addEventListener('input', (event) => {
  if (event.inputType === 'insertFromPaste') becomeOwner(event.target.value);
});
element('copy-token').addEventListener('click', () => (caller.token ? copied(caller.token) : say(text().noToken)));
element('copy-curl').addEventListener('click', () => {
  try {
    copied(curl());
  } catch (error) {
    sayFailure(error); // the variables are not JSON
  }
});
element('schema').addEventListener('click', (event) => downloadSchema(event).catch(sayFailure));
element('language').addEventListener('click', () => {
  caller.language = caller.language === 'zh' ? 'en' : 'zh';
  memory.write('language', caller.language);
  redraw(); // descriptions and error messages come in the caller's language
});

// ---- start

/** Without a token those of every district, with one those of its district. */
const readExamples = async () => (await get('/explorer/examples.json', callerHeaders())).json();

async function start() {
  // GraphiQL's dialogs insert style elements; this is where they look for the nonce that our policy asks for.
  globalThis.__webpack_nonce__ = document.querySelector('script[nonce]').nonce;
  drawBar();
  examples = await readExamples();
  if (document.body.dataset.demo === 'true') choices = await (await get('/explorer/tokens.json')).json();
  const own = memory.read('own');
  if (own) return becomeOwner(own);
  await become(usualChoice());
}
start().catch(sayFailure);
