/* icuuc.dll for a Wine prefix: Windows 10 has its own, Wine has none, and Qt6Core asks it for legacy converters.

   Every converter is answered as missing. It is never shipped: it lies in the prefix of the tests alone. The names
   are those that Qt6Core.dll of PySide6 6.11.3 imports (objdump -p); a newer one may import others. */

#define NOTHING(name) __declspec(dllexport) void *name(void) { return 0; }

/* U_UNSUPPORTED_ERROR of ICU's utypes.h, for the one function whose caller looks at the error */
enum { UNSUPPORTED = 16 };

__declspec(dllexport) void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = UNSUPPORTED;
    return 0;
}

NOTHING(ucnv_close)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_reset)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getName)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_countAvailable)
NOTHING(ucnv_fromUnicode)
