// Shows the OpenAPI document as a readable page: a section a topic, a line a procedure, its shapes when opened.
const make = (name, text = '') => Object.assign(document.createElement(name), { textContent: text });

function shape(title, schema) {
  if (!schema) return [];
  return [make('p', title), make('pre', JSON.stringify(schema, null, 2))];
}

function procedure(path, method, operation) {
  const details = make('details');
  const summary = make('summary');
  summary.append(make('b', method.toUpperCase()), make('code', `/api${path}`), ` ${operation.summary ?? ''}`);
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const answer = operation.responses?.['200']?.content?.['application/json']?.schema;
  details.append(
    summary,
    ...shape('Parameters', operation.parameters),
    ...shape('Body', body),
    ...shape('Answer', answer),
  );
  return details;
}

const api = await (await fetch('/api/openapi.json')).json();
const topics = new Map();
for (const [path, methods] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const topic = operation.tags?.[0] ?? 'other';
    if (!topics.has(topic)) topics.set(topic, []);
    topics.get(topic).push(procedure(path, method, operation));
  }
}
const main = document.querySelector('#api');
main.append(make('p', api.info.description));
for (const [topic, procedures] of topics) {
  const section = make('section');
  section.append(make('h2', topic), ...procedures);
  main.append(section);
}
