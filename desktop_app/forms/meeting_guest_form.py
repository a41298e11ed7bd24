# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_guest_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
class Ui_MeetingGuestForm(object):
    def setupUi(self, MeetingGuestForm):
        if not MeetingGuestForm.objectName():
            MeetingGuestForm.setObjectName(u"MeetingGuestForm")
        MeetingGuestForm.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MeetingGuestForm)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 8, 16, 12)
        self.namesLine = QHBoxLayout()
        self.namesLine.setSpacing(12)
        self.namesLine.setObjectName(u"namesLine")
        self.namesLine.setContentsMargins(0, 0, 0, 0)
        self.nameField = Field(MeetingGuestForm)
        self.nameField.setObjectName(u"nameField")
        self.nameFieldColumn = QVBoxLayout(self.nameField)
        self.nameFieldColumn.setSpacing(0)
        self.nameFieldColumn.setObjectName(u"nameFieldColumn")
        self.nameFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.nameEdit = LineField(self.nameField)
        self.nameEdit.setObjectName(u"nameEdit")

        self.nameFieldColumn.addWidget(self.nameEdit)


        self.namesLine.addWidget(self.nameField)

        self.postField = Field(MeetingGuestForm)
        self.postField.setObjectName(u"postField")
        self.postFieldColumn = QVBoxLayout(self.postField)
        self.postFieldColumn.setSpacing(0)
        self.postFieldColumn.setObjectName(u"postFieldColumn")
        self.postFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.postEdit = LineField(self.postField)
        self.postEdit.setObjectName(u"postEdit")

        self.postFieldColumn.addWidget(self.postEdit)


        self.namesLine.addWidget(self.postField)

        self.arrivedField = Field(MeetingGuestForm)
        self.arrivedField.setObjectName(u"arrivedField")
        self.arrivedField.setMaximumSize(QSize(90, 16777215))
        self.arrivedFieldColumn = QVBoxLayout(self.arrivedField)
        self.arrivedFieldColumn.setSpacing(0)
        self.arrivedFieldColumn.setObjectName(u"arrivedFieldColumn")
        self.arrivedFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.arrivedEdit = TimeEdit(self.arrivedField)
        self.arrivedEdit.setObjectName(u"arrivedEdit")

        self.arrivedFieldColumn.addWidget(self.arrivedEdit)


        self.namesLine.addWidget(self.arrivedField)

        self.leftField = Field(MeetingGuestForm)
        self.leftField.setObjectName(u"leftField")
        self.leftField.setMaximumSize(QSize(90, 16777215))
        self.leftFieldColumn = QVBoxLayout(self.leftField)
        self.leftFieldColumn.setSpacing(0)
        self.leftFieldColumn.setObjectName(u"leftFieldColumn")
        self.leftFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.leftEdit = TimeEdit(self.leftField)
        self.leftEdit.setObjectName(u"leftEdit")

        self.leftFieldColumn.addWidget(self.leftEdit)


        self.namesLine.addWidget(self.leftField)


        self.column.addLayout(self.namesLine)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.save = Button(MeetingGuestForm)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"filled")
        self.save.setProperty(u"icon_name", u"check")
        self.save.setProperty(u"hint", u"Enter")
        self.save.setProperty(u"compact", True)

        self.buttons.addWidget(self.save)

        self.leave = Button(MeetingGuestForm)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"hint", u"Esc")
        self.leave.setProperty(u"compact", True)

        self.buttons.addWidget(self.leave)

        self.buttonsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsGap)

        self.remove = Button(MeetingGuestForm)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"kind", u"quiet")
        self.remove.setProperty(u"icon_name", u"trash-2")
        self.remove.setProperty(u"compact", True)

        self.buttons.addWidget(self.remove)


        self.column.addLayout(self.buttons)


        self.retranslateUi(MeetingGuestForm)
    # setupUi

    def retranslateUi(self, MeetingGuestForm):
        self.nameField.setProperty(u"label_text", QCoreApplication.translate("MeetingGuestForm", u"\u0646\u0627\u0645 \u0645\u062f\u0639\u0648", None))
        self.postField.setProperty(u"label_text", QCoreApplication.translate("MeetingGuestForm", u"\u0633\u0645\u062a \u06cc\u0627 \u0645\u0648\u0636\u0648\u0639", None))
        self.arrivedField.setProperty(u"label_text", QCoreApplication.translate("MeetingGuestForm", u"\u0648\u0631\u0648\u062f", None))
        self.leftField.setProperty(u"label_text", QCoreApplication.translate("MeetingGuestForm", u"\u062e\u0631\u0648\u062c", None))
        self.save.setText(QCoreApplication.translate("MeetingGuestForm", u"\u062b\u0628\u062a", None))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(QCoreApplication.translate("MeetingGuestForm", u"\u062b\u0628\u062a \u0645\u062f\u0639\u0648", None))
#endif // QT_CONFIG(accessibility)
        self.leave.setText(QCoreApplication.translate("MeetingGuestForm", u"\u0627\u0646\u0635\u0631\u0627\u0641", None))
#if QT_CONFIG(accessibility)
        self.leave.setAccessibleName(QCoreApplication.translate("MeetingGuestForm", u"\u0627\u0646\u0635\u0631\u0627\u0641 \u0627\u0632 \u0645\u062f\u0639\u0648", None))
#endif // QT_CONFIG(accessibility)
        self.remove.setText(QCoreApplication.translate("MeetingGuestForm", u"\u0628\u0631\u062f\u0627\u0634\u062a\u0646", None))
#if QT_CONFIG(accessibility)
        self.remove.setAccessibleName(QCoreApplication.translate("MeetingGuestForm", u"\u0628\u0631\u062f\u0627\u0634\u062a\u0646 \u0645\u062f\u0639\u0648", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

