import { Component } from 'preact'
import { initials } from '../state/initials.ts'

interface Props {
  name: string
  /** Has been through `faceUrl`. */
  url: string | undefined
}

/** A picture of somebody; their initials where there is none, or where it does not load. */
export class Face extends Component<Props, { broken: string | undefined }> {
  override state = { broken: undefined }

  render() {
    const { name, url } = this.props
    const shown = url && url !== this.state.broken
    return (
      <span class="face" aria-hidden="true">
        {shown ? (
          <img src={url} alt="" referrerpolicy="no-referrer" onError={() => this.setState({ broken: url })} />
        ) : (
          initials(name)
        )}
      </span>
    )
  }
}
