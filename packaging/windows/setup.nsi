; The setup of Dabirkhaneh: for one user, without an administrator, without a network.
;
; devtools/windows/installer.py calls makensis with -D of FILES (the commands that pack them), LISTED (their list),
; LICENCE, TEXTS (texts.nsh with marks of direction), VERSION, SHOWN_VERSION, NUMBERS, PLACE_FILE, PORTABLE_MARK,
; KILOBYTES, OUT, and where they are wanted LABEL, SIGN, QUICK.
;
; Exit codes of a silent run (/S): 0 done, 2 could not be written, 3 this Windows is too old, 4 a newer version is
; installed, 5 the program is open, 6 the folder holds other things. Of the uninstaller, where it is run with _?= and
; somebody hears it: 5, too, 7 nothing of ours lies there, 8 a file was in use and is left.

Target amd64-unicode
Unicode true
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
AllowSkipFiles off
CRCCheck on
SetDateSave on
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!ifdef LABEL
  !define PRODUCT_VERSION "${VERSION} (${LABEL})"
!else
  !define PRODUCT_VERSION "${VERSION}"
!endif
!define PROGRAM "Dabirkhaneh.exe"
!define TWIN "dabirkhaneh-cli.exe"
!define LIST "installed.ini"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dabirkhaneh"
!define LEAST_BUILD 17763

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "shortcut.nsh"
!include "${TEXTS}"

Name "${NAME}"
Caption "نصب «دبیرخانه»"
UninstallCaption "برداشتن «دبیرخانه»"
BrandingText "${NAME} ${SHOWN_VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Dabirkhaneh"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro Words language name publisher tells
  VIAddVersionKey /LANG=${language} "ProductName" "${name}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${publisher}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${tells}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${PRODUCT_VERSION}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "MIT"
!macroend
!insertmacro Words 1065 "${NAME}" "${PUBLISHER}" "نصب «دبیرخانه»"
!insertmacro Words 1033 "Dabirkhaneh" "The Dabirkhaneh founders" "Setup of Dabirkhaneh"

!ifdef SIGN
  ; the uninstaller before it is packed, the setup when it stands
  !uninstfinalize '"${SIGN}" "%1"' = 0
  !finalize '"${SIGN}" "%1"' = 0
!endif

!define MUI_ICON "../../resources/program/dabirkhaneh.ico"
!define MUI_UNICON "../../resources/program/dabirkhaneh.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "wizard.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "wizard.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

Var Former    ; the folder in which the program was installed before, or empty
Var Listed    ; the list of what that setup put there
Var Staying   ; the list of what stays there all the same; no such file where nothing does
Var Data      ; for the last page of the uninstaller: the folder of the data
Var Ending    ; what it is called
Var Remains   ; what it says of files that are left, or empty

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "${LICENCE_HEAD}"
!define MUI_PAGE_HEADER_SUBTEXT "${LICENCE_TELLS}"
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!define MUI_PAGE_HEADER_TEXT "${FOLDER_HEAD}"
!define MUI_PAGE_HEADER_SUBTEXT "${FOLDER_TELLS}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipOnUpgrade
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolder
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "${COPYING_HEAD}"
!define MUI_PAGE_HEADER_SUBTEXT "${COPYING_TELLS}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "${REMOVE_HEAD}"
!define MUI_PAGE_HEADER_SUBTEXT "${REMOVE_TELLS}"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "${REMOVING_HEAD}"
!define MUI_PAGE_HEADER_SUBTEXT "${REMOVING_TELLS}"
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$Ending"
!define MUI_FINISHPAGE_TEXT "$Remains${KEPT_DATA}"
!define MUI_FINISHPAGE_TEXT_LARGE
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Farsi"

; ---- what both ways ask

; End with an exit code; the sentence is shown where somebody sees it
!macro Refuse code sentence
  MessageBox MB_OK|MB_ICONSTOP|MB_RTLREADING|MB_RIGHT "${sentence}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; A running program holds its own file: it cannot be opened for writing
!macro RequireClosed file
  ${Do}
    ClearErrors
    StrCpy $R0 ""
    ${If} ${FileExists} "${file}"
      FileOpen $R0 "${file}" a
    ${EndIf}
    ${IfNot} ${Errors}
      ${If} $R0 != ""
        FileClose $R0
      ${EndIf}
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION|MB_RTLREADING|MB_RIGHT "${IS_OPEN}" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 5
    Quit
  ${Loop}
!macroend

; Delete what the list $Listed names below $Former and the list $Staying does not; then the folders left empty.
; What no setup put there stays. $R5 is 1 where a file is in use and stays, too.
!macro DeleteListed un
Function ${un}DeleteListed
  StrCpy $R5 0
  ClearErrors
  FileOpen $R0 "$Listed" r
  ${Do}
    FileRead $R0 $R1
    ${If} $R1 == ""
      ${ExitDo}
    ${EndIf}
    ClearErrors
    ${${un}WordFind} $R1 ".." "E*" $R2
    ${IfNot} ${Errors}
      ${Continue} ; nothing above the folder is ours
    ${EndIf}
    ClearErrors
    ${${un}WordFind} $R1 "=" "E+1" $R2
    ${If} ${Errors}
      ${Continue} ; the head of a section
    ${EndIf}
    StrCpy $R3 $R2 1
    ${If} $R3 == "+"
      StrCpy $R2 $R2 "" 1
      RMDir "$Former\$R2"
    ${Else}
      ReadINIStr $R4 "$Staying" "files" "$R2"
      ${If} $R4 == ""
        ClearErrors
        Delete "$Former\$R2"
        ${If} ${Errors}
          StrCpy $R5 1
        ${EndIf}
      ${EndIf}
    ${EndIf}
  ${Loop}
  FileClose $R0
FunctionEnd
!macroend
!insertmacro WordFind
!insertmacro un.WordFind
!insertmacro VersionCompare
!insertmacro DeleteListed ""
!insertmacro DeleteListed "un."

; ---- install

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastBuild} ${LEAST_BUILD}
    !insertmacro Refuse 3 "${TOO_OLD}"
  ${EndIf}
  ReadRegStr $Former HKCU "${KEY}" "InstallLocation"
  ${IfNot} ${FileExists} "$Former\${LIST}"
    StrCpy $Former ""
  ${EndIf}
  ReadRegStr $1 HKCU "${KEY}" "DisplayVersion"
  ${If} $Former != ""
    ${VersionCompare} "$1" "${VERSION}" $2
    ${If} $2 == 1
      !insertmacro Refuse 4 "${NEWER_THERE}"
    ${EndIf}
    !insertmacro RequireClosed "$Former\${PROGRAM}"
    !insertmacro RequireClosed "$Former\${TWIN}"
  ${EndIf}
FunctionEnd

Function SkipOnUpgrade
  ${If} $Former != ""
    StrCpy $INSTDIR $Former
    Abort
  ${EndIf}
FunctionEnd

; $R9 is 1 where the folder is new, empty or ours: with the list, or with the program of an install whose list is lost.
; An uninstaller alone is what a removal run with _?= leaves, which cannot delete its own file. A portable copy is no
; install.
Function IsFolderFree
  StrCpy $R9 1
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
  ${AndIfNot} ${FileExists} "$INSTDIR\${PORTABLE_MARK}"
    Return
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\${LIST}"
    ClearErrors
    FindFirst $R0 $R1 "$INSTDIR\*"
    ${Do}
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      ${If} $R1 != "."
      ${AndIf} $R1 != ".."
      ${AndIf} $R1 != "uninstall.exe"
        StrCpy $R9 0
        ${ExitDo}
      ${EndIf}
      FindNext $R0 $R1
    ${Loop}
    FindClose $R0
  ${EndIf}
FunctionEnd

Function LeaveFolder
  Call IsFolderFree
  ${If} $R9 == 0
    MessageBox MB_OK|MB_ICONEXCLAMATION|MB_RTLREADING|MB_RIGHT "${FOREIGN_FOLDER}"
    Abort
  ${EndIf}
FunctionEnd

; The list before the files, so that a setup that breaks off can be run again, and what it left can be removed. In an
; upgrade it names those of both versions until the former ones are gone.
Function AnnounceFiles
  File "/oname=$PLUGINSDIR\coming.ini" "${LISTED}"
  ${IfNot} ${FileExists} "$INSTDIR\${LIST}"
    File "/oname=${LIST}" "${LISTED}"
    Return
  ${EndIf}
  FileOpen $R0 "$PLUGINSDIR\coming.ini" r
  FileOpen $R1 "$INSTDIR\${LIST}" a
  FileSeek $R1 0 END
  ${Do}
    FileRead $R0 $R2
    ${If} $R2 == ""
      ${ExitDo}
    ${EndIf}
    FileWrite $R1 $R2
  ${Loop}
  FileClose $R1
  FileClose $R0
FunctionEnd

Section
  Call IsFolderFree ; a silent run has shown no page
  ${If} $R9 == 0
    !insertmacro Refuse 6 "${FOREIGN_FOLDER}"
  ${EndIf}
  !insertmacro RequireClosed "$INSTDIR\${PROGRAM}"
  !insertmacro RequireClosed "$INSTDIR\${TWIN}"
  InitPluginsDir
  SetDetailsPrint textonly
  DetailPrint "${COPYING_NOW}"
  SetDetailsPrint none
  StrCpy $9 fresh
  ${If} $Former == ""
  ${AndIf} ${FileExists} "$INSTDIR\${LIST}"
    StrCpy $Former $INSTDIR
  ${EndIf}
  ${If} $Former != ""
    StrCpy $9 upgrade
    StrCpy $Listed "$PLUGINSDIR\former.ini"
    CopyFiles /SILENT "$Former\${LIST}" "$Listed"
  ${EndIf}

  SetOutPath "$INSTDIR"
  Call AnnounceFiles
  !include "${FILES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} $9 == upgrade
    StrCpy $Staying "$PLUGINSDIR\coming.ini"
    ${If} $Former != $INSTDIR
      StrCpy $Staying "$PLUGINSDIR\nothing.ini"
    ${EndIf}
    Call DeleteListed
    ; a former file that is in use stays listed: the next setup removes it, or the uninstaller
    ${If} $R5 == 0
      File "/oname=${LIST}" "${LISTED}"
      ${If} $Former != $INSTDIR
        Delete "$Former\${LIST}"
        RMDir "$Former"
      ${EndIf}
    ${EndIf}
  ${EndIf}

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" "" "" "${SHORTCUT_TELLS}"
  !insertmacro NameModel "$SMPROGRAMS\${NAME}.lnk"
  ${If} $9 == fresh
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk" ; who deleted it does not get it again
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" "" "" "${SHORTCUT_TELLS}"
    !insertmacro NameModel "$DESKTOP\${NAME}.lnk"
  ${EndIf}

  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

; ---- uninstall

; The folder that the operator chose stands in a file, in UTF-8, which NSIS cannot read by itself
Function un.FindData
  StrCpy $Data "$LOCALAPPDATA\Dabirkhaneh"
  ${IfNot} ${FileExists} "$Data\${PLACE_FILE}"
    Return
  ${EndIf}
  System::Alloc 4096
  Pop $R1
  StrCpy $R2 $R1
  IntPtrOp $R4 $R1 + 4000
  FileOpen $R0 "$Data\${PLACE_FILE}" r
  ${Do}
    ClearErrors
    FileReadByte $R0 $R3
    ${If} ${Errors}
    ${OrIf} $R3 == 13
    ${OrIf} $R3 == 10
    ${OrIf} $R2 = $R4
      ${ExitDo}
    ${EndIf}
    System::Call '*$R2(&i1 R3)'
    IntPtrOp $R2 $R2 + 1
  ${Loop}
  FileClose $R0
  System::Call 'kernel32::MultiByteToWideChar(i 65001, i 8, p R1, i -1, w .R4, i ${NSIS_MAX_STRLEN}) i .R5'
  System::Free $R1
  ${If} $R5 > 1
    StrCpy $Data $R4
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
  Call un.FindData
  ${IfNot} ${FileExists} "$INSTDIR\${LIST}"
    !insertmacro Refuse 7 "${NOT_OURS}"
  ${EndIf}
  !insertmacro RequireClosed "$INSTDIR\${PROGRAM}"
  !insertmacro RequireClosed "$INSTDIR\${TWIN}"
FunctionEnd

Section Uninstall
  InitPluginsDir
  SetDetailsPrint textonly
  DetailPrint "${REMOVING_NOW}"
  SetDetailsPrint none
  StrCpy $Former "$INSTDIR"
  StrCpy $Listed "$INSTDIR\${LIST}"
  StrCpy $Staying "$PLUGINSDIR\nothing.ini"
  SetOutPath "$TEMP" ; a folder that is somebody's place cannot be removed
  Call un.DeleteListed
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ${If} $R5 == 0
    DeleteRegKey HKCU "${KEY}"
    Delete "$INSTDIR\uninstall.exe"
    Delete "$INSTDIR\${LIST}" ; last of all: by it what was left is known as ours
    StrCpy $Ending "${REMOVED}"
    StrCpy $Remains ""
  ${Else}
    ; the entry and the uninstaller stay, too, so that the rest can be removed once nobody holds it
    StrCpy $Ending "${NOT_ALL_REMOVED}"
    StrCpy $Remains "${FILES_REMAIN}"
    SetErrorLevel 8
  ${EndIf}
  RMDir "$INSTDIR"
SectionEnd
