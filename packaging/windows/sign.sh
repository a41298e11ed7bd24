#!/usr/bin/env bash
# Sign one file in place with the certificate that devtools/windows/signing.py tells of: sign.sh FILE
set -euo pipefail

options=(-h sha256 -n Dabirkhaneh)
if [ -n "${DABIRKHANEH_SIGN_PFX:-}" ]; then
    options+=(-pkcs12 "$DABIRKHANEH_SIGN_PFX")
    # never on the command line, which every process of the machine can read
    exec 3<<<"${DABIRKHANEH_SIGN_PASSWORD:-}"
    options+=(-readpass /dev/fd/3)
else
    options+=(-certs "$DABIRKHANEH_SIGN_CERTIFICATE" -key "$DABIRKHANEH_SIGN_KEY")
fi
if [ -n "${DABIRKHANEH_SIGN_TIMESTAMP:-}" ]; then
    options+=(-ts "$DABIRKHANEH_SIGN_TIMESTAMP")
fi
osslsigncode sign "${options[@]}" -in "$1" -out "$1.signed"
mv "$1.signed" "$1"
