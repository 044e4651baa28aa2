import { Component } from 'preact'
import { faceUrl } from '../../state/images.ts'
import { initials } from '../../state/initials.ts'
import { savesData } from '../../state/saving.ts'
import type { FaceProps } from '../face.tsx'

/** A picture of somebody; their initials where it may not be shown, or does not load. */
export class Portrait extends Component<FaceProps, { broken: string | undefined }> {
  override state = { broken: undefined }

  render() {
    const { name, picture, hosts } = this.props
    const url = savesData() ? undefined : faceUrl(picture, hosts)
    if (!url || url === this.state.broken) return initials(name)
    return (
      <img src={url} alt="" referrerpolicy="no-referrer" onError={() => this.setState({ broken: url })} />
    )
  }
}
