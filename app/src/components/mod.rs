//! Parts that several pages of this portal share.
