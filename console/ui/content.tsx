import type { Action, Card, Content } from '#shared/content.ts'
import { isSafe, ownFile } from '../state/links.ts'
import { drawnSize } from '../state/rows.ts'
import { words } from '../words/en.ts'
import { Icon } from './icon.tsx'
import { Said } from './said.tsx'

const says = words.log

/** What a message shows, in a form that an agent takes in at a glance. Nothing of another site is loaded. */
export function ContentOf({ content }: { content: Content }) {
  return (
    <>
      {content.text !== undefined && content.text !== '' && (
        <p>
          <Said text={content.text} />
        </p>
      )}
      <Rich content={content} />
      {content.actions && <Actions actions={content.actions} />}
    </>
  )
}

function Rich({ content }: { content: Content }) {
  switch (content.kind) {
    case 'image':
      return <ImageOf image={content} />
    case 'file':
      return <FileOf file={content} />
    case 'carousel':
    case 'list':
      return <Cards cards={content.cards} />
    case 'location':
      return <p class="rich">{[content.name ?? says.place, content.address].filter(Boolean).join(', ')}</p>
    case 'form':
      return <p class="rich">{content.fields.map(({ label }) => label).join(' · ')}</p>
    case 'text':
    case 'rating':
    case 'unknown':
      return null
    default:
      return content satisfies never
  }
}

type Image = Extract<Content, { kind: 'image' }>

/** Only the relay's own are loaded: no other site is told who reads what here. */
function ImageOf({ image: { url, alt = says.image, width, height } }: { image: Image }) {
  const own = ownFile(url, location.origin)
  if (own === undefined) return <Elsewhere url={url} label={alt} />
  const drawn = width !== undefined && height !== undefined && drawnSize(width, height)
  return (
    <p class="rich">
      <a class="picture" href={own} download aria-label={says.save(alt)}>
        <img src={own} alt={alt} {...drawn} loading="lazy" decoding="async" />
      </a>
    </p>
  )
}

type File = Extract<Content, { kind: 'file' }>

function FileOf({ file: { url, name = says.file, size } }: { file: File }) {
  const own = ownFile(url, location.origin)
  if (own === undefined) return <Elsewhere url={url} label={name} />
  return (
    <p class="rich">
      <a href={own} download aria-label={says.save(name)}>
        <FileName name={name} />
      </a>
      {size !== undefined && <span class="size">{words.size(size)}</span>}
    </p>
  )
}

/** A file by its name, which is written in whatever direction it is. */
export const FileName = ({ name }: { name: string }) => (
  <span class="file">
    <Icon of="file" />
    <bdi>{name}</bdi>
  </span>
)

const Cards = ({ cards }: { cards: readonly Card[] }) => (
  <ul class="cards">
    {cards.map(({ title, text, image, actions }, index) => (
      <li key={index}>
        <strong>{title}</strong>
        {text !== undefined && <span>{text}</span>}
        {image && <Elsewhere url={image.url} label={image.alt ?? says.image} />}
        <Actions actions={actions} />
      </li>
    ))}
  </ul>
)

/** What the visitor could press; here it is only shown. */
const Actions = ({ actions }: { actions: readonly Action[] }) =>
  actions.length ? (
    <ul class="choices">
      {actions.map(({ label }, index) => (
        <li key={index}>{label}</li>
      ))}
    </ul>
  ) : null

const Elsewhere = ({ url, label }: { url: string; label: string }) => (
  <p class="rich">
    {isSafe(url) ? (
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        aria-label={says.opensElsewhere(label)}
      >
        {label}
      </a>
    ) : (
      label
    )}
  </p>
)
