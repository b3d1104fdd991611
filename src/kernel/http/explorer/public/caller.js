/** Who is asking, in which language, and every request made for them. */

// Session storage, never local storage: a token is a secret and should end with the browser tab.
export const memory = {
  read: (key) => sessionStorage.getItem(`lianxin:${key}`),
  write: (key, value) => sessionStorage.setItem(`lianxin:${key}`, value),
};

export const caller = {
  language: memory.read('language') || (/^zh/i.test(navigator.language) ? 'zh' : 'en'),
  token: '',
  /** The demo choice the token was issued for; undefined when it is the reader's own token. */
  choice: undefined,
};

export async function get(path, headers) {
  const response = await fetch(path, { headers });
  if (!response.ok) throw new Error(`${path.split('?')[0]} ${response.status}`);
  return response;
}

export async function issueToken({ district, role }) {
  return (await get(`/explorer/token?${new URLSearchParams({ district, role })}`)).text();
}

/** What every request carries: who asks and in which language to answer. */
export const callerHeaders = () => ({
  'accept-language': caller.language === 'zh' ? 'zh-CN' : 'en',
  ...(caller.token && { authorization: `Bearer ${caller.token}` }),
});

export const operationHeaders = () => ({ 'content-type': 'application/json', ...callerHeaders() });

const post = (operation) =>
  fetch('/graphql', {
    method: 'POST',
    headers: { ...operationHeaders(), accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(operation),
  });

/** Runs an operation; answers a GraphQL result whatever the server says. Rejects when it cannot be reached. */
export async function execute(operation) {
  const { choice } = caller;
  let response = await post(operation);
  // A demo token that ran out while the page stood open is renewed without asking: a refused operation did nothing.
  if (response.status === 401 && choice) {
    const token = await issueToken(choice);
    if (caller.choice === choice) caller.token = token;
    response = await post(operation);
  }
  const body = await response.text();
  try {
    return JSON.parse(body);
  } catch {
    // A proxy or an overloaded server may answer in plain text; show it instead of a complaint about JSON.
    return { errors: [{ message: `HTTP ${response.status} ${body.slice(0, 500)}` }] };
  }
}
