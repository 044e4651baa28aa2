/** The page that `npm start` prints: an ordinary website with the script tag on it. */
export function demoPage({ api }: { api: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Footbridge demo</title>
</head>
<body>
<main>
<h1>A website with Footbridge on it</h1>
<p>The button in the corner opens the chat. What you say goes through the relay on this machine to the
reference bot, over HTTP, and back.</p>
<ul>
<li>Reload this page: the conversation is still there.</li>
<li>Stop the relay with Ctrl+C, say something, start it again: nothing is lost.</li>
<li>Ask for a person: then answer as one, at <a href="/console">the console</a>, with the password that the relay printed.</li>
</ul>
<p>The whole integration is this line:</p>
<pre>&lt;script async src="${api}/widget.js" data-site="demo"&gt;&lt;/script&gt;</pre>
</main>
<script async src="/widget.js" data-site="demo"></script>
</body>
</html>
`
}
