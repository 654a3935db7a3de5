mod case;
mod sealed;
